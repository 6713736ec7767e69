// The whole of QScintilla that Python needs, as C functions that ctypes can call.
//
// QScintilla has no PySide6 binding. Its widgets are QObjects, so PySide6 reaches their slots and
// signals by name once it holds the pointer; what it cannot do is make one or send it a message.

#include <Qsci/qsciscintilla.h>

#if defined(_WIN32)
#define BRIDGE_EXPORT extern "C" __declspec(dllexport)
#else
#define BRIDGE_EXPORT extern "C" __attribute__((visibility("default")))
#endif

// The new editor as a QWidget pointer, which is what shiboken6.wrapInstance is told it is.
BRIDGE_EXPORT void *qsci_new(void *parent)
{
    QWidget *editor = new QsciScintilla(static_cast<QWidget *>(parent));
    return editor;
}

// A SCI_* message. `long` is 64 bits where Scintilla's own type is, and 32 on 64-bit Windows, as in
// QScintilla's own interface; pointers go through qsci_send_pointer.
BRIDGE_EXPORT long qsci_send(void *editor, unsigned int message, unsigned long wparam, long lparam)
{
    return static_cast<QsciScintilla *>(static_cast<QWidget *>(editor))->SendScintilla(message, wparam, lparam);
}

// A SCI_* message whose last argument is text or a buffer.
BRIDGE_EXPORT long qsci_send_pointer(void *editor, unsigned int message, unsigned long wparam, void *lparam)
{
    return static_cast<QsciScintilla *>(static_cast<QWidget *>(editor))->SendScintilla(message, wparam, lparam);
}
