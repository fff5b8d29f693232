# Install rules: bin/ochre, the runtime's libraries and headers, and the CMake package that find_package(Ochre) reads.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/Ochre")

# Components with a library of their own are exported apart, so that they can be left out where it is missing.
set(optional_components json pattern)

get_property(runtime_targets GLOBAL PROPERTY OCHRE_RUNTIME_TARGETS)
foreach(component IN LISTS optional_components)
  list(REMOVE_ITEM runtime_targets ochre_${component})
  install(TARGETS ochre_${component} EXPORT Ochre-${component})
  install(EXPORT Ochre-${component} NAMESPACE Ochre:: DESTINATION "${package_dir}")
endforeach()
install(TARGETS ochre ${runtime_targets} EXPORT OchreTargets)
install(DIRECTORY runtime/include/ochre DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.hpp")
install(EXPORT OchreTargets NAMESPACE Ochre:: DESTINATION "${package_dir}")

configure_package_config_file(cmake/OchreConfig.cmake.in "${PROJECT_BINARY_DIR}/OchreConfig.cmake"
                              INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/OchreConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/OchreConfig.cmake" "${PROJECT_BINARY_DIR}/OchreConfigVersion.cmake"
              cmake/OchreGenerate.cmake cmake/OchreRe2.cmake DESTINATION "${package_dir}")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
