#include "emit/reserved.hpp"

#include <cstddef>
#include <unordered_set>

namespace ochrec::emit {
namespace {

constexpr std::string_view keywords =
    "alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t "
    "char8_t class co_await co_return co_yield compl concept const const_cast consteval constexpr "
    "constinit continue decltype default delete do double dynamic_cast else enum explicit export extern "
    "false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr "
    "operator or or_eq private protected public register reinterpret_cast requires return short signed "
    "sizeof static static_assert static_cast struct switch template this thread_local throw true try "
    "typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq";

constexpr std::string_view macros =
    "ACCESSPERMS ALLPERMS BIG_ENDIAN BUFSIZ BYTE_ORDER CHAR_BIT CHAR_MAX CHAR_MIN CSIGNAL DBL_EPSILON "
    "DBL_MAX DBL_MIN DEFFILEMODE E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EADV EAFNOSUPPORT EAGAIN EALREADY "
    "EBADE EBADF EBADFD EBADMSG EBADR EBADRQC EBADSLT EBFONT EBUSY ECANCELED ECHILD ECHRNG ECOMM "
    "ECONNABORTED ECONNREFUSED ECONNRESET EDEADLK EDEADLOCK EDESTADDRREQ EDOM EDOTDOT EDQUOT EEXIST "
    "EFAULT EFBIG EHOSTDOWN EHOSTUNREACH EHWPOISON EIDRM EILSEQ EINPROGRESS EINTR EINVAL EIO EISCONN "
    "EISDIR EISNAM EKEYEXPIRED EKEYREJECTED EKEYREVOKED EL2HLT EL2NSYNC EL3HLT EL3RST ELIBACC ELIBBAD "
    "ELIBEXEC ELIBMAX ELIBSCN ELNRNG ELOOP EMEDIUMTYPE EMFILE EMLINK EMSGSIZE EMULTIHOP ENAMETOOLONG "
    "ENAVAIL ENETDOWN ENETRESET ENETUNREACH ENFILE ENOANO ENOBUFS ENOCSI ENODATA ENODEV ENOENT ENOEXEC "
    "ENOKEY ENOLCK ENOLINK ENOMEDIUM ENOMEM ENOMSG ENONET ENOPKG ENOPROTOOPT ENOSPC ENOSR ENOSTR ENOSYS "
    "ENOTBLK ENOTCONN ENOTDIR ENOTEMPTY ENOTNAM ENOTRECOVERABLE ENOTSOCK ENOTSUP ENOTTY ENOTUNIQ ENXIO "
    "EOF EOPNOTSUPP EOVERFLOW EOWNERDEAD EPERM EPFNOSUPPORT EPIPE EPROTO EPROTONOSUPPORT EPROTOTYPE "
    "ERANGE EREMCHG EREMOTE EREMOTEIO ERESTART ERFKILL EROFS ESHUTDOWN ESOCKTNOSUPPORT ESPIPE ESRCH "
    "ESRMNT ESTALE ESTRPIPE ETIME ETIMEDOUT ETOOMANYREFS ETXTBSY EUCLEAN EUNATCH EUSERS EWOULDBLOCK EXDEV "
    "EXFULL EXIT_FAILURE EXIT_SUCCESS FAPPEND FASYNC FFSYNC FIOGETOWN FIOSETOWN FLT_EPSILON FLT_MAX "
    "FLT_MIN FNDELAY FNONBLOCK F_OK HUGE_VAL INFINITY INT16_MAX INT16_MIN INT32_MAX INT32_MIN INT64_MAX "
    "INT64_MIN INT8_MAX INT8_MIN INT_MAX INT_MIN LC_ALL LC_NUMERIC LC_TIME LITTLE_ENDIAN LONG_MAX "
    "LONG_MIN MAXFLOAT MINSIGSTKSZ M_E M_PI NAME_MAX NAN NDEBUG NFDBITS NGREG NSIG NULL NZERO O_RDONLY "
    "O_RDWR O_WRONLY PATH_MAX RAND_MAX R_OK SEEK_CUR SEEK_END SEEK_SET SHRT_MAX SHRT_MIN SIGABRT SIGALRM "
    "SIGBUS SIGCHLD SIGCLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGIO SIGIOT SIGKILL SIGPIPE SIGPOLL "
    "SIGPROF SIGPWR SIGQUIT SIGRTMAX SIGRTMIN SIGSEGV SIGSTKFLT SIGSTKSZ SIGSTOP SIGSYS SIGTERM SIGTRAP "
    "SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ SIG_DFL SIG_ERR "
    "SIG_IGN SIOCATMARK SIOCGPGRP SIOCSPGRP SIZE_MAX SNAN SNANF SNANF128 SNANF32 SNANF32X SNANF64 "
    "SNANF64X SNANL SOMAXCONN SSIZE_MAX UINT_MAX ULONG_MAX WCONTINUED WCOREDUMP WCOREFLAG WEOF "
    "WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG "
    "WTERMSIG WUNTRACED W_OK X_OK alloca assert be16toh be32toh be64toh errno h_errno htobe16 "
    "htobe32 htobe64 htole16 htole32 htole64 i386 issubnormal le16toh le32toh le64toh linux "
    "major makedev math_errhandling minor offsetof sa_handler sa_sigaction sched_priority setjmp sigmask "
    "sigsetjmp st_atime st_ctime st_mtime stderr stdin stdout unix va_arg va_copy va_end va_list va_start";

// Of <cmath>, <csignal>, <cstdio>, <cstdlib>, <cstring>, <ctime>, <cwchar>, <unistd.h> and what they bring.
constexpr std::string_view c_library =
    "a64l abort abs accept accept4 access acos acosf acosh acoshf acoshl acosl adjtime alarm alloca "
    "arc4random asctime asin asinf asinh asinhf asinhl asinl asprintf atan atan2 atan2f atan2l atanf "
    "atanh atanhf atanhl atanl atexit atof atoi atol atoll bind bindtextdomain bsearch btowc bzero calloc "
    "canonicalize canonicalizef canonicalizel cbrt cbrtf cbrtl ceil ceilf ceill chmod clearenv clearerr "
    "clock clone close cmsghdr connect copysign copysignf copysignl cos cosf cosh coshf coshl cosl creat "
    "ctermid ctime cuserid daddl daylight dcgettext dcngettext ddivl dfmal dgettext difftime div dmull "
    "dngettext dprintf drand48 drem dremf dreml dsqrtl dsubl dup duplocale dysize ecvt erand48 erf erfc "
    "erfcf erfcl erff erfl exit exp exp10 exp10f exp10l exp2 exp2f exp2l expf expl expm1 expm1f expm1l "
    "fabs fabsf fabsl fadd faddl fallocate fchmod fchmodat fclose fcloseall fcntl fcvt fdim fdimf fdiml "
    "fdiv fdivl fdopen feof ferror fflush ffma ffmal fgetc fgetpos fgets fgetwc fgetws fileno finite "
    "finitef finitel flock flockfile floor floorf floorl fma fmaf fmal fmax fmaxf fmaximum fmaximumf "
    "fmaximuml fmaxl fmaxmag fmaxmagf fmaxmagl fmemopen fmin fminf fminimum fminimumf fminimuml fminl "
    "fminmag fminmagf fminmagl fmod fmodf fmodl fmul fmull fopen fopencookie fprintf fputc fputs fputwc "
    "fputws fread free freelocale freopen frexp frexpf frexpl fromfp fromfpf fromfpl fromfpx fromfpxf "
    "fromfpxl fscanf fseek fseeko fsetpos fsqrt fsqrtl fstat fstatat fsub fsubl ftell ftello ftrylockfile "
    "funlockfile futimens futimes futimesat fwide fwprintf fwrite fwscanf gamma gammaf gammal gcvt getc "
    "getchar getcpu getdate getdelim getenv getitimer getline getloadavg getpayload getpayloadf "
    "getpayloadl getpeername getpt getsockname getsockopt getsubopt gettext gettimeofday getumask getw "
    "getwc getwchar gmtime grantpt gsignal hypot hypotf hypotl ilogb ilogbf ilogbl index initstate iovec "
    "isalnum isalpha isascii isblank iscntrl isctype isdigit isfdtype isgraph isinff isinfl islower "
    "isnanf isnanl isprint ispunct isspace isupper iswalnum iswalpha iswblank iswcntrl iswctype iswdigit "
    "iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit isxdigit itimerspec itimerval j0 j0f "
    "j0l j1 j1f j1l jn jnf jnl jrand48 kill killpg l64a labs lchmod lcong48 lconv ldexp ldexpf ldexpl "
    "ldiv lgamma lgammaf lgammal linger link listen llabs lldiv llogb llogbf llogbl llrint llrintf "
    "llrintl llround llroundf llroundl localeconv localtime log log10 log10f log10l log1p log1pf log1pl "
    "log2 log2f log2l logb logbf logbl logf logl lrand48 lrint lrintf lrintl lround lroundf lroundl lstat "
    "lutimes malloc mblen mbrlen mbrtowc mbsinit mbsnrtowcs mbsrtowcs mbstowcs mbtowc memccpy memcmp "
    "memcpy memfrob memmem memmove mempcpy memset mkdir mkdirat mkdtemp mkfifo mkfifoat mknod mknodat "
    "mkostemp mkostemps mkstemp mkstemps mktemp mktime mmsghdr modf modff modfl mrand48 msghdr nan nanf "
    "nanl nanosleep nearbyint nearbyintf nearbyintl newlocale nextafter nextafterf nextafterl nextdown "
    "nextdownf nextdownl nexttoward nexttowardf nexttowardl nextup nextupf nextupl ngettext nice nrand48 "
    "obstack open openat osockaddr pause pclose perror pipe popen pow powf powl printf psiginfo psignal "
    "ptsname putc putchar putenv puts putw putwc putwchar qecvt qfcvt qgcvt qsort raise rand random read "
    "realloc reallocarray realpath recv recvfrom recvmmsg recvmsg remainder remainderf remainderl remove "
    "remquo remquof remquol rename renameat renameat2 rewind rint rintf rintl round roundeven roundevenf "
    "roundevenl roundf roundl rpmatch scalb scalbf scalbl scalbln scalblnf scalblnl scalbn scalbnf "
    "scalbnl scanf seed48 select send sendmmsg sendmsg sendto setbuf setbuffer setenv setitimer "
    "setlinebuf setlocale setns setpayload setpayloadf setpayloadl setpayloadsig setpayloadsigf "
    "setpayloadsigl setsockopt setstate settimeofday setvbuf shutdown sigaction sigaddset sigaltstack "
    "sigandset sigblock sigcontext sigdelset sigemptyset sigevent sigfillset siggetmask sighold sigignore "
    "siginterrupt sigisemptyset sigismember signal signgam significand significandf significandl sigorset "
    "sigpause sigpending sigprocmask sigqueue sigrelse sigreturn sigset sigsetmask sigstack sigsuspend "
    "sigtimedwait sigval sigwait sigwaitinfo sin sincos sincosf sincosl sinf sinh sinhf sinhl sinl sleep "
    "snprintf sockaddr sockatmark socket socketpair sprintf sqlite3 sqrt sqrtf sqrtl srand srand48 "
    "srandom sscanf ssignal stat statx stderr stdin stdout stpcpy stpncpy strcat strcmp strcoll strcpy "
    "strcspn strdup strerror strfromd strfromf strfroml strfry strftime strlen strncat strncmp strncpy "
    "strndup strnlen strptime strsep strsignal strspn strtod strtof strtok strtol strtold strtoll strtoq "
    "strtoul strtoull strtouq strverscmp strxfrm swprintf swscanf sync sysconf system tan tanf tanh tanhf "
    "tanhl tanl tempnam textdomain tgamma tgammaf tgammal tgkill time timegm timelocal timex timezone tm "
    "tmpfile tmpnam toascii tolower totalorder totalorderf totalorderl totalordermag totalordermagf "
    "totalordermagl toupper towctrans towlower towupper trunc truncate truncf truncl tzname tzset ucred "
    "ufromfp ufromfpf ufromfpl ufromfpx ufromfpxf ufromfpxl uint ulong umask ungetc ungetwc unlink "
    "unlockpt unsetenv unshare uselocale ushort utimensat utimes valloc vasprintf vdprintf vfprintf "
    "vfscanf vfwprintf vfwscanf vprintf vscanf vsnprintf vsprintf vsscanf vswprintf vswscanf vwprintf "
    "vwscanf wcpcpy wcpncpy wcrtomb wcscasecmp wcscat wcschr wcschrnul wcscmp wcscoll wcscpy wcscspn "
    "wcsdup wcsftime wcslen wcsncasecmp wcsncat wcsncmp wcsncpy wcsnlen wcsnrtombs wcspbrk wcsrchr "
    "wcsrtombs wcsspn wcsstr wcstod wcstof wcstok wcstol wcstold wcstoll wcstombs wcstoq wcstoul wcstoull "
    "wcstouq wcswcs wcswidth wcsxfrm wctob wctomb wctrans wctype wcwidth wmemchr wmemcmp wmemcpy wmemmove "
    "wmempcpy wmemset wprintf write wscanf y0 y0f y0l y1 y1f y1l yn ynf ynl";

using Words = std::unordered_set<std::string_view>;

Words words_of(std::string_view text) {
  Words out;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    out.insert(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return out;
}

}  // namespace

bool is_keyword(std::string_view name) {
  static const Words known = words_of(keywords);
  return known.contains(name);
}

bool is_macro(std::string_view name) {
  static const Words known = words_of(macros);
  return known.contains(name);
}

bool is_c_library_name(std::string_view name) {
  static const Words known = words_of(c_library);
  return known.contains(name);
}

}  // namespace ochrec::emit
