// The whole of QScintilla that Python needs, as C functions that ctypes can call.
//
// QScintilla has no PySide6 binding. Its widgets are QObjects, so PySide6 reaches their signals by
// name once it holds the pointer; what it cannot do is make one, override what it does with text
// from the clipboard, or send it a message.
//
// Messages do not pass through here. QScintilla's own SendScintilla takes and returns `long`, which
// has 32 bits on 64-bit Windows and cuts off pointers there. So Python is given Scintilla's direct
// function, whose arguments are as wide as a pointer on every system.

#include <Qsci/qsciscintillabase.h>

#include <QByteArray>
#include <QDropEvent>
#include <QMimeData>
#include <QWheelEvent>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#if defined(_WIN32)
#define BRIDGE_EXPORT extern "C" __declspec(dllexport)
#else
#define BRIDGE_EXPORT extern "C" __attribute__((visibility("default")))
#endif

namespace {

// Shown text from outside, as UTF-8; may put other text in its place through qsci_answer.
using Incoming = void (*)(const char *text, std::intptr_t length, void *answer);

const char OwnText[] = "application/x-pyside6-qsci-text";

class Editor final : public QsciScintillaBase
{
public:
    ~Editor() override
    {
        for (void *document : documents)
            SendScintilla(SCI_RELEASEDOCUMENT, 0UL, document);
    }

    // Another editor is asked, never shown: the one that makes a document forgets its own folding.
    void *new_document()
    {
        if (!maker)
            maker = std::make_unique<QsciScintillaBase>();
        void *document = maker->SendScintillaPtrResult(SCI_CREATEDOCUMENT);
        documents.push_back(document);
        return document;
    }

    Incoming incoming = nullptr;
    std::vector<void *> documents; // one reference each is ours, given back at the latest with us

protected:
    QByteArray fromMimeData(const QMimeData *source, bool &rectangular) const override
    {
        const QByteArray text = QsciScintillaBase::fromMimeData(source, rectangular);
        if (!incoming || source->hasFormat(QLatin1String(OwnText)))
            return text;
        QByteArray answer = text;
        incoming(text.constData(), text.size(), &answer);
        return answer;
    }

    // Text that comes from an editor is known by its mark and comes back as it is.
    QMimeData *toMimeData(const QByteArray &text, bool rectangular) const override
    {
        QMimeData *mime = QsciScintillaBase::toMimeData(text, rectangular);
        mime->setData(QLatin1String(OwnText), QByteArray("1"));
        return mime;
    }

    // What follows goes to the parent widget, which knows better what is wanted of it.
    void contextMenuEvent(QContextMenuEvent *event) override
    {
        event->ignore();
    }

    void wheelEvent(QWheelEvent *event) override
    {
        if (event->modifiers() & Qt::ControlModifier)
            event->ignore();
        else
            QsciScintillaBase::wheelEvent(event);
    }

    void dragEnterEvent(QDragEnterEvent *event) override
    {
        if (event->mimeData()->hasUrls())
            event->ignore();
        else
            QsciScintillaBase::dragEnterEvent(event);
    }

    void dragMoveEvent(QDragMoveEvent *event) override
    {
        if (event->mimeData()->hasUrls())
            event->ignore();
        else
            QsciScintillaBase::dragMoveEvent(event);
    }

    void dropEvent(QDropEvent *event) override
    {
        if (event->mimeData()->hasUrls())
            event->ignore();
        else
            QsciScintillaBase::dropEvent(event);
    }

private:
    std::unique_ptr<QsciScintillaBase> maker;
};

Editor *editor_of(void *widget)
{
    return static_cast<Editor *>(static_cast<QWidget *>(widget));
}

} // namespace

// The new editor as a QWidget pointer, which is what shiboken6.wrapInstance is told it is.
BRIDGE_EXPORT void *qsci_new()
{
    QWidget *widget = new Editor;
    return widget;
}

// The function that takes messages, and what it wants as its first argument.
BRIDGE_EXPORT void *qsci_direct_function(void *widget)
{
    return editor_of(widget)->SendScintillaPtrResult(QsciScintillaBase::SCI_GETDIRECTFUNCTION);
}

BRIDGE_EXPORT void *qsci_direct_pointer(void *widget)
{
    return editor_of(widget)->SendScintillaPtrResult(QsciScintillaBase::SCI_GETDIRECTPOINTER);
}

// Text that is pasted or dropped passes through `incoming` first, unless it comes from an editor.
BRIDGE_EXPORT void qsci_set_incoming(void *widget, Incoming incoming)
{
    editor_of(widget)->incoming = incoming;
}

BRIDGE_EXPORT void qsci_answer(void *answer, const char *text, std::intptr_t length)
{
    *static_cast<QByteArray *>(answer) = QByteArray(text, length);
}

// An empty document that lives until it is given back or the editor goes.
BRIDGE_EXPORT void *qsci_new_document(void *widget)
{
    return editor_of(widget)->new_document();
}

BRIDGE_EXPORT void qsci_release_document(void *widget, void *document)
{
    Editor *editor = editor_of(widget);
    const auto found = std::find(editor->documents.begin(), editor->documents.end(), document);
    if (found == editor->documents.end())
        return;
    editor->documents.erase(found);
    editor->SendScintilla(QsciScintillaBase::SCI_RELEASEDOCUMENT, 0UL, document);
}
