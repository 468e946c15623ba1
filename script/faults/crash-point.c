/* Runs a program and lets a fault come at a chosen one of its system calls: it is killed before the call, or the disk is
 * full, or can only be read, from that call on.
 *
 * usage: crash-point LOG FAULT N FOLDER -- PROGRAM ARGUMENT...
 *   FAULT   none: nothing happens      kill: SIGKILL before call N      torn: SIGKILL within call N, when half its bytes are written
 *           full: ENOSPC from call N on, for what needs space (its first write takes half its bytes)
 *           read-only: EROFS from call N on, for what changes anything
 *
 * Counted are the calls that change something below FOLDER, and those that connect or send; LOG gets a line for each:
 * number, call, path. Ends as the program did, with 128 + signal where one ended it, 125 for a fault of its own.
 *
 * The kernel asks before each call (seccomp user notification, Linux 5.9), so that neither libraries nor the program
 * itself can get past, and the program needs no preparation. What it has written survives SIGKILL, as the kernel has it:
 * whether it is also on the disk, calls of fsync in LOG must show. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

/* What an argument of a call is, and what the call does. NEW makes something where there is nothing, GONE takes something away. */
enum { PATH = 1, AT = 2, DESCRIPTOR = 4, OPEN = 8, SPACE = 16, CHANGE = 32, BYTES = 64, SOCKET = 128, ADD = 256, TAKE = 512 };
enum { NEW = CHANGE | SPACE | ADD, GONE = CHANGE | TAKE, DATA = DESCRIPTOR | CHANGE | SPACE };

static const struct call { const char *name; int number, kind, position; } calls[] = {
#define CALL(name, kind, position) { #name, SYS_##name, kind, position },
#ifdef SYS_rename /* absent on processors younger than these calls */
    CALL(rename, PATH | CHANGE, 1) CALL(unlink, PATH | GONE, 0) CALL(rmdir, PATH | GONE, 0) CALL(mkdir, PATH | NEW, 0)
    CALL(link, PATH | NEW, 1) CALL(symlink, PATH | NEW, 1) CALL(open, PATH | OPEN, 0)
#endif
#ifdef SYS_renameat
    CALL(renameat, AT | CHANGE, 2)
#endif
    CALL(renameat2, AT | CHANGE, 2) CALL(unlinkat, AT | GONE, 0) CALL(mkdirat, AT | NEW, 0) CALL(linkat, AT | NEW, 2)
    CALL(symlinkat, AT | NEW, 1) CALL(openat, AT | OPEN, 0) CALL(truncate, PATH | CHANGE, 0)
    CALL(ftruncate, DESCRIPTOR | CHANGE, 0) CALL(fallocate, DATA, 0) CALL(copy_file_range, DATA, 2)
    CALL(fsync, DESCRIPTOR, 0) CALL(fdatasync, DESCRIPTOR, 0) CALL(write, DATA | BYTES, 0) CALL(pwrite64, DATA | BYTES, 0)
    CALL(writev, DATA, 0) CALL(pwritev, DATA, 0) CALL(connect, SOCKET, 0) CALL(sendto, SOCKET, 0) CALL(sendmsg, SOCKET, 0)
};
enum { COUNT = sizeof calls / sizeof *calls };

static void give_up(const char *what) {
    perror(what);
    exit(125);
}

/* A text of the program's memory; empty for none. */
static void read_text(pid_t task, unsigned long long address, char text[PATH_MAX]) {
    size_t length = 0;
    while (length < PATH_MAX - 1) {
        /* Not beyond a page that may be the last one. */
        size_t piece = 4096 - (address + length) % 4096;
        if (piece > PATH_MAX - 1 - length) piece = PATH_MAX - 1 - length;
        struct iovec here = { text + length, piece }, there = { (void *)(address + length), piece };
        ssize_t count = process_vm_readv(task, &here, 1, &there, 1, 0);
        if (count <= 0) break;
        if (memchr(text + length, 0, count)) return;
        length += count;
    }
    text[length] = 0;
}

static void read_link(const char *format, pid_t task, int descriptor, char path[PATH_MAX]) {
    char link[64];
    snprintf(link, sizeof link, format, task, descriptor);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length > 0 ? length : 0] = 0;
}

/* What a call is about, as an absolute path or as the kernel's name for a socket. */
static void subject(const struct call *call, const struct seccomp_notif *asked, char path[PATH_MAX]) {
    const __u64 *arguments = asked->data.args;
    if (call->kind & (DESCRIPTOR | SOCKET)) {
        read_link("/proc/%d/fd/%d", asked->pid, (int)arguments[call->position], path);
        return;
    }
    int at = call->kind & AT ? (int)arguments[call->position] : AT_FDCWD;
    char name[PATH_MAX], folder[PATH_MAX] = "";
    read_text(asked->pid, arguments[call->position + (call->kind & AT ? 1 : 0)], name);
    if (name[0] != '/') read_link(at == AT_FDCWD ? "/proc/%d/cwd" : "/proc/%d/fd/%d", asked->pid, at, folder);
    if (snprintf(path, PATH_MAX, "%s%s%s", folder, *folder ? "/" : "", name) >= PATH_MAX) path[0] = 0;
}

static int is_below(const char *path, const char *folder) {
    size_t length = strlen(folder);
    return !strncmp(path, folder, length) && (path[length] == '/' || path[length] == 0);
}

/* Whether a call counts: whether it may change something. An opening does where it makes a file or takes its bytes away. */
static int counts(const struct call *call, const struct seccomp_notif *asked, const char *path, const char *folder) {
    if (call->kind & SOCKET) {
        if (strncmp(path, "socket:", 7)) return 0;
        if (call->number != SYS_connect) return 1;
        unsigned short family = 0;
        struct iovec here = { &family, sizeof family }, there = { (void *)asked->data.args[1], sizeof family };
        return process_vm_readv(asked->pid, &here, 1, &there, 1, 0) == sizeof family
            && (family == AF_INET || family == AF_INET6);
    }
    if (!is_below(path, folder)) return 0;
    struct stat status;
    int isThere = (call->kind & (OPEN | ADD | TAKE)) && lstat(path, &status) == 0;
    if (call->kind & ADD) return !isThere;
    if (call->kind & TAKE) return isThere;
    if (!(call->kind & OPEN)) return 1;
    int flags = (int)asked->data.args[call->position + (call->kind & AT ? 2 : 1)];
    return (flags & O_TRUNC) || ((flags & O_CREAT) && !isThere);
}

/* Writes half of what the program wants to write, in its place; how much, or -1 where there is no half. */
static ssize_t write_half(const struct call *call, const struct seccomp_notif *asked, pid_t child) {
    size_t half = asked->data.args[2] / 2;
    if (!(call->kind & BYTES) || half == 0) return -1;
    char *bytes = malloc(half);
    struct iovec here = { bytes, half }, there = { (void *)asked->data.args[1], half };
    int process = syscall(SYS_pidfd_open, child, 0);
    int file = syscall(SYS_pidfd_getfd, process, (int)asked->data.args[0], 0);
    ssize_t count = bytes && file >= 0 ? process_vm_readv(asked->pid, &here, 1, &there, 1, 0) : -1;
    if (count > 0)
        count = call->number == SYS_write ? write(file, bytes, count) : pwrite(file, bytes, count, asked->data.args[3]);
    if (file < 0 || count < 0) give_up("crash-point: half a write");
    close(file);
    close(process);
    free(bytes);
    return count;
}

/* Lets the kernel ask about the calls, and tells the parent by whom to be asked. */
static void run(char **program, volatile int *listener) {
    struct sock_filter code[2 * COUNT + 3];
    size_t length = 0;
    code[length++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    for (size_t i = 0; i < COUNT; i++) {
        code[length++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, calls[i].number, 0, 1);
        code[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF);
    }
    code[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    struct sock_fprog filter = { length, code };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) _exit(125);
    long descriptor = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &filter);
    /* Descriptors are shared with the parent until the program begins. */
    *listener = descriptor < 0 ? -errno : (int)descriptor;
    if (descriptor < 0) _exit(125);
    while (*listener) sched_yield();
    execv(program[0], program);
    _exit(125);
}

int main(int count, char **arguments) {
    if (count < 7 || strcmp(arguments[5], "--")) {
        fprintf(stderr, "usage: crash-point LOG none|kill|torn|full|read-only N FOLDER -- PROGRAM ARGUMENT...\n");
        return 125;
    }
    FILE *log = fopen(arguments[1], "w");
    const char *fault = arguments[2], *folder = arguments[4];
    long when = atol(arguments[3]), number = 0;
    volatile int *listener = mmap(NULL, sizeof *listener, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (!log || listener == MAP_FAILED) give_up("crash-point");
    setvbuf(log, NULL, _IOLBF, 0);
    fcntl(fileno(log), F_SETFD, FD_CLOEXEC);
    pid_t child = syscall(SYS_clone, CLONE_FILES | SIGCHLD, NULL, NULL, NULL, NULL);
    if (child < 0) give_up("crash-point: clone");
    if (child == 0) run(arguments + 6, listener);
    while (*listener == 0) sched_yield();
    if (*listener < 0) {
        errno = -*listener;
        give_up("crash-point: the kernel does not let calls be watched");
    }
    int questions = *listener, hasHalved = 0;
    *listener = 0;
    struct pollfd waiting = { questions, POLLIN, 0 };
    while (poll(&waiting, 1, -1) > 0 && (waiting.revents & POLLIN)) {
        struct seccomp_notif asked = { 0 };
        struct seccomp_notif_resp answer = { 0 };
        if (ioctl(questions, SECCOMP_IOCTL_NOTIF_RECV, &asked)) continue;
        const struct call *call = calls;
        while (call->number != asked.data.nr) call++;
        char path[PATH_MAX];
        subject(call, &asked, path);
        answer.id = asked.id;
        answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
        if (counts(call, &asked, path, folder)) {
            number++;
            fprintf(log, "%ld %s %s\n", number, call->name, path);
            int isKill = !strcmp(fault, "kill"), isTorn = !strcmp(fault, "torn");
            int refusal = !strcmp(fault, "full") && call->kind & (SPACE | OPEN) ? ENOSPC
                : !strcmp(fault, "read-only") && call->kind & (CHANGE | OPEN)   ? EROFS : 0;
            if (number == when && (isKill || isTorn)) {
                if (isTorn) write_half(call, &asked, child);
                kill(child, SIGKILL);
                break;
            }
            if (refusal && number >= when) {
                ssize_t written = refusal == ENOSPC && !hasHalved ? write_half(call, &asked, child) : -1;
                if (call->kind & BYTES) hasHalved = 1;
                answer.flags = 0;
                answer.error = written < 0 ? -refusal : 0;
                answer.val = written < 0 ? 0 : written;
            }
        }
        ioctl(questions, SECCOMP_IOCTL_NOTIF_SEND, &answer);
    }
    int status;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
