; The installer that a learner double-clicks and a lab runs silently, made by Inno Setup 6.3 or newer.
; README.md beside this file has the commands.
;
;   iscc /DVersion=1.2.3 groundwork.iss                     unsigned
;   iscc /DVersion=1.2.3 /DSign "/Ssign=… $f" groundwork.iss   signed by that command, uninstaller too

#ifndef Version
  #error Give the version: iscc /DVersion=1.2.3 groundwork.iss
#endif
#ifndef Bundle
  #define Bundle "..\..\dist\groundwork"
#endif
#ifndef Icon
  #define Icon "..\..\build\icons\groundwork.ico"
#endif
#define Name "Groundwork"
#define Program "groundwork.exe"
#define PackType "org.groundwork.pack"
#define Running "groundwork-running"

[Setup]
AppId=org.groundwork.Groundwork
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=The Groundwork authors
VersionInfoVersion={#Version}
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
; Without rights of an administrator for this user alone; /ALLUSERS or the question asks for them.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; What Qt asks for: Windows 10 of October 2018.
MinVersion=10.0.17763
OutputDir=..\..\dist
OutputBaseFilename=groundwork-{#Version}-windows-x64-setup
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName={#Name}
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
; An open window is asked to close, as when one signs out. It has saved everything by then.
CloseApplications=yes
CloseApplicationsFilter={#Program}
RestartApplications=no
#ifdef Sign
SignTool=sign
SignedUninstaller=yes
#endif

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; An upgrade leaves nothing of the older version; packs and a policy that a lab has put there stay.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\runtime"
Type: filesandordirs; Name: "{app}\language-libraries"
Type: filesandordirs; Name: "{app}\child-source"
Type: filesandordirs; Name: "{app}\lessons"
Type: filesandordirs; Name: "{app}\resources"
Type: filesandordirs; Name: "{app}\licences"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.gwpack"; ValueType: string; ValueData: "{#PackType}"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.gwpack"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.groundwork.pack+zip"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#PackType}"; ValueType: string; ValueData: "Groundwork lesson pack"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#PackType}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"
Root: HKA; Subkey: "Software\Classes\{#PackType}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
; Programs stay with the editor that opens them; we are one more under “Open with”.
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "{#Name}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}\SupportedTypes"; ValueType: string; ValueName: ".py"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
; What programs wrote into their Python. The learner's work lies elsewhere and is not touched.
Type: filesandordirs; Name: "{app}\runtime"
Type: filesandordirs; Name: "{app}\language-libraries"
Type: filesandordirs; Name: "{app}\child-source"

[Code]
function InitializeUninstall(): Boolean;
begin
  Result := True;
  while Result and CheckForMutexes('{#Running},Global\{#Running}') do
    Result := SuppressibleMsgBox('{#Name} is open. Close its window, then go on.',
      mbInformation, MB_OKCANCEL, IDCANCEL) = IDOK;
end;
