; SPDX-License-Identifier: GPL-3.0-or-later
; srok-setup.exe: the programs, their fonts and licences for everybody at this computer, in the start menu, and office
; files opened by a double click. /S asks nothing; /D=FOLDER, last, installs there. An office file is nobody's but the
; office's: neither setting up again nor taking off touches one.
; FOLDER, VERSION, OUT and ICON are given by build.sh.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel admin
ManifestDPIAware true
!include MUI2.nsh
!include FileFunc.nsh

Name "Srok"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\Srok"
InstallDirRegKey HKLM "Software\Srok" "Folder"
!define TAKE_OFF "Software\Microsoft\Windows\CurrentVersion\Uninstall\Srok"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 ProductName "Srok"
VIAddVersionKey /LANG=0 FileDescription "Srok Setup"
VIAddVersionKey /LANG=0 FileVersion "${VERSION}"
VIAddVersionKey /LANG=0 LegalCopyright "GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\srok.exe"
!define MUI_LANGDLL_WINDOWTITLE "Srok"
!define MUI_LANGDLL_INFO "ភាសា / Language"
!define MUI_LANGDLL_ALLLANGUAGES
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGEEX "${__FILEDIR__}" "Khmer"
!insertmacro MUI_LANGUAGE "English"

!define START_NAME "Srok - ស្រុក"
LangString OFFICE_FILE ${LANG_KHMER} "ឯកសារការិយាល័យអប់រំ"
LangString OFFICE_FILE ${LANG_ENGLISH} "Office of education file"
LangString IN_USE ${LANG_KHMER} "កម្មវិធី Srok កំពុងបើក។ សូមបិទវា រួចព្យាយាមម្ដងទៀត។"
LangString IN_USE ${LANG_ENGLISH} "Srok is running. Close it and try again."
LangString NEEDS_64 ${LANG_KHMER} "Srok ត្រូវការ Windows 64-bit។"
LangString NEEDS_64 ${LANG_ENGLISH} "Srok needs a 64-bit Windows."

Function .onInit
    SetRegView 64
    ; The folder of the setting up before, now that the right half of the registry is looked into.
    ReadRegStr $0 HKLM "Software\Srok" "Folder"
    StrCmp $0 "" asked
    StrCmp $INSTDIR "$PROGRAMFILES64\Srok" 0 asked
    StrCpy $INSTDIR $0
asked:
    !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

; The program that runs holds its own file: what cannot be opened for writing is in use.
!macro refuse_running at
    IfFileExists "$INSTDIR\srok.exe" 0 free_${at}
    ClearErrors
    FileOpen $0 "$INSTDIR\srok.exe" a
    IfErrors 0 closes_${at}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(IN_USE)" /SD IDOK
    SetErrorLevel 2
    Quit
closes_${at}:
    FileClose $0
free_${at}:
!macroend

Section "Srok"
    SetShellVarContext all
    SetRegView 64
    !insertmacro refuse_running setup
    SetOutPath "$INSTDIR"
    File "${FOLDER}\srok.exe"
    File "${FOLDER}\srokctl.exe"
    SetOutPath "$INSTDIR\fonts"
    File "${FOLDER}\fonts\*.ttf"
    SetOutPath "$INSTDIR\licences"
    File "${FOLDER}\licences\*.txt"
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    WriteRegStr HKLM "Software\Srok" "Folder" "$INSTDIR"

    CreateShortcut "$SMPROGRAMS\${START_NAME}.lnk" "$INSTDIR\srok.exe"

    WriteRegStr HKLM "Software\Classes\.srok" "" "Srok.Office"
    WriteRegStr HKLM "Software\Classes\Srok.Office" "" "$(OFFICE_FILE)"
    WriteRegStr HKLM "Software\Classes\Srok.Office\DefaultIcon" "" "$INSTDIR\srok.exe,0"
    WriteRegStr HKLM "Software\Classes\Srok.Office\shell\open\command" "" '"$INSTDIR\srok.exe" "%1"'
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

    WriteRegStr HKLM "${TAKE_OFF}" "DisplayName" "Srok"
    WriteRegStr HKLM "${TAKE_OFF}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKLM "${TAKE_OFF}" "DisplayIcon" "$INSTDIR\srok.exe"
    WriteRegStr HKLM "${TAKE_OFF}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKLM "${TAKE_OFF}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKLM "${TAKE_OFF}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKLM "${TAKE_OFF}" "NoModify" 1
    WriteRegDWORD HKLM "${TAKE_OFF}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD HKLM "${TAKE_OFF}" "EstimatedSize" "$0"
SectionEnd

Function un.onInit
    SetRegView 64
    !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Uninstall"
    SetShellVarContext all
    SetRegView 64
    !insertmacro refuse_running taking_off
    ; By name, and the folder only when it is empty: an office file that somebody keeps here stays.
    Delete "$INSTDIR\srok.exe"
    Delete "$INSTDIR\srokctl.exe"
    Delete "$INSTDIR\fonts\KhmerOS*.ttf"
    Delete "$INSTDIR\licences\*.txt"
    RMDir "$INSTDIR\fonts"
    RMDir "$INSTDIR\licences"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${START_NAME}.lnk"
    DeleteRegKey HKLM "Software\Classes\Srok.Office"
    ReadRegStr $0 HKLM "Software\Classes\.srok" ""
    StrCmp $0 "Srok.Office" 0 other
    DeleteRegKey HKLM "Software\Classes\.srok"
other:
    DeleteRegKey HKLM "${TAKE_OFF}"
    DeleteRegKey HKLM "Software\Srok"
SectionEnd
