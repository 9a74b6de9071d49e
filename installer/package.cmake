# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is installed, and the Debian package made of it. installer/package.sh is the way to make one.

# No address of the project's own is known to this source; a distributor gives theirs.
set(SROK_MAINTAINER_ADDRESS "srok@packages.invalid" CACHE STRING "Whom a user of the package writes to")
set(package_source ${PROJECT_SOURCE_DIR}/installer/debian)
set(package_made ${PROJECT_BINARY_DIR}/package)

foreach(file changelog srok.1 org.srok.srok.metainfo.xml)
    configure_file(${package_source}/${file} ${package_made}/${file} @ONLY)
endforeach()

# The manual of srokctl is made of the words it has. Policy wants manuals and the changelog packed, without a date inside.
find_program(GZIP gzip REQUIRED)
add_custom_command(
    OUTPUT ${package_made}/srokctl.1.gz ${package_made}/srok.1.gz ${package_made}/changelog.gz
    COMMAND $<TARGET_FILE:srokctl> --man > ${package_made}/srokctl.1
    COMMAND ${GZIP} -9nf ${package_made}/srokctl.1
    COMMAND ${GZIP} -9nkf ${package_made}/srok.1 ${package_made}/changelog
    DEPENDS srokctl ${package_made}/srok.1 ${package_made}/changelog
    VERBATIM)
add_custom_target(package_files DEPENDS ${package_made}/srokctl.1.gz)

include(GNUInstallDirs)
install(TARGETS app srokctl RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${package_made}/srok.1.gz ${package_made}/srokctl.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${package_source}/srok.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${package_source}/srok.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
install(FILES ${package_made}/org.srok.srok.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${package_source}/copyright ${package_made}/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/srok)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/srok.svg DESTINATION ${icons}/scalable/apps)
install(FILES ${package_source}/application-x-srok.svg DESTINATION ${icons}/scalable/mimetypes)
foreach(size 48 128)
    install(FILES ${package_source}/srok-${size}.png DESTINATION ${icons}/${size}x${size}/apps RENAME srok.png)
    install(FILES ${package_source}/application-x-srok-${size}.png DESTINATION ${icons}/${size}x${size}/mimetypes
            RENAME application-x-srok.png)
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME srok)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "learning register of a district office of education")
set(CPACK_PACKAGE_DESCRIPTION
"Srok takes the lists of learners that centres send in Excel and says of every
row what became of it and why. It keeps attendance and scores, says who may be
awarded and for each who may not the reason, prints certificates that anyone
can verify without a network, and builds the month's return as a signed
workbook, which the province checks, accepts and adds up. It speaks Khmer and
English, works on an old PC without a server, and one file is the whole office.")
set(CPACK_PACKAGE_CONTACT "Srok contributors <${SROK_MAINTAINER_ADDRESS}>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# No library asks for the fonts: every page and paper is set in them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-khmeros)
# So that a double click finds Srok; every desktop has it.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS desktop-file-utils)
# Folders as Policy has them, whatever the umask of whoever makes the package.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
include(CPack)
