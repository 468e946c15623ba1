/* libcurl's variadic calls, typed, so that Swift can make them. */
#ifndef CCURLSHIM_H
#define CCURLSHIM_H

#include <curl/curl.h>
#include <stddef.h>

/* Moves bytes: what libcurl calls to read a message, and with the headers and bodies that came in. */
typedef size_t (*desk_curl_mover)(char *bytes, size_t size, size_t count, void *context);

CURLcode desk_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode desk_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value);
CURLcode desk_curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode desk_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);

/* Each function with its context: CURLOPT_READFUNCTION, CURLOPT_HEADERFUNCTION, CURLOPT_WRITEFUNCTION. */
CURLcode desk_curl_set_movers(
    CURL *handle, desk_curl_mover read, desk_curl_mover header, desk_curl_mover write, void *context);

/* A buffer of CURL_ERROR_SIZE bytes for the reason of a failure. */
CURLcode desk_curl_set_reason(CURL *handle, char *buffer);

CURLcode desk_curl_get_long(CURL *handle, CURLINFO info, long *value);

/* Performs the transfer. A connection that breaks under a write raises no SIGPIPE in the program. */
CURLcode desk_curl_perform(CURL *handle);

#endif
