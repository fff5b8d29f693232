#include "cli/program.hpp"

int main(int argc, char** argv) { return ochrec::cli::run_program(argc, argv); }
