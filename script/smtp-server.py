#!/usr/bin/env python3
"""A mail server and a web server on loopback that misbehave on request, for the tests of mail and alerts.

usage: script/smtp-server.py MODE FOLDER

It listens on a port of its own choice, makes a certificate for localhost in FOLDER, writes each message that it gets to
FOLDER/1.eml, 2.eml, ... (each web request to 1.json, ...) and says what happens, a JSON object a line, on standard output:
first {"event": "ready", "port": ..., "certificate": ...}. It ends when its standard input ends, so it never outlives
whoever started it. The user is `desk`, the password `s3cret`.

Mail, with STARTTLS and AUTH required unless said otherwise:
  accept               takes everything
  smtps                the same, encrypted from the first byte
  plain                takes everything without STARTTLS and without AUTH
  no-starttls          offers AUTH, but no STARTTLS
  greylist             451 after the message
  full                 452 at the recipient
  reject               550 at the recipient
  spam                 554 after the message
  login-later          454 at AUTH
  login-required       530 at the sender, without offering AUTH
  busy                 421 instead of a greeting
  silent               no greeting
  silent-sender        no answer to the sender
  silent-data          no answer after the message
  silent-quit          no answer to the goodbye
  close-recipient      closes at the recipient
  close-data           closes at DATA, before the message
  close-answer         closes after the message, before the answer
Web:
  web-200, web-429, ... answers with that status; web-301 leads elsewhere
  web-silent           no answer
  web-close            closes instead of an answer
"""
import asyncio
import json
import logging
import os
import pathlib
import ssl
import subprocess
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult

# The library's opinions of what these modes do on purpose.
warnings.simplefilter("ignore")
logging.disable()

mode, folder = sys.argv[1], pathlib.Path(sys.argv[2])
count = 0


def say(event, **details):
    print(json.dumps({"event": event, **details}), flush=True)


def keep(content, suffix):
    global count
    count += 1
    path = folder / f"{count}{suffix}"
    path.write_bytes(content)
    return str(path)


def certificate():
    """A self-signed certificate for localhost, and the file that a client must trust."""
    folder.mkdir(parents=True, exist_ok=True)
    cert, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert],
        check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    return cert, context


async def forever():
    say("silent")
    await asyncio.Event().wait()


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        say("sender", address=address, options=options, greeting=session.host_name, user=str(session.auth_data or ""))
        if mode == "silent-sender":
            await forever()
        if mode == "login-required":
            return "530 5.7.0 authentication required"
        envelope.mail_from = address
        return "250 2.1.0 ok"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if mode == "close-recipient":
            server.transport.abort()
        if mode == "reject":
            return "550 5.1.1 no such user"
        if mode == "full":
            return "452 4.2.2 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):
        path = keep(envelope.content, ".eml")
        say("message", path=path, sender=envelope.mail_from, recipients=envelope.rcpt_tos)
        if mode == "silent-data":
            await forever()
        if mode == "close-answer":
            server.transport.abort()
        if mode == "greylist":
            return "451 4.7.1 try later"
        if mode == "spam":
            return "554 5.7.1 looks like spam"
        return f"250 2.0.0 queued as {count}"


class Server(SMTP):
    async def smtp_DATA(self, argument):
        if mode == "close-data":
            self.transport.abort()
            return
        await super().smtp_DATA(argument)

    async def smtp_QUIT(self, argument):
        if mode == "silent-quit":
            await forever()
        await super().smtp_QUIT(argument)


def authenticate(server, session, envelope, mechanism, data):
    if mode == "login-later":
        # `handled` left at True would answer nothing at all, and the client would wait for ever.
        return AuthResult(success=False, handled=False, message="454 4.7.0 temporary failure")
    good = data.login == b"desk" and data.password == b"s3cret"
    return AuthResult(success=good, handled=good, auth_data=data.login.decode(errors="replace"))


def mail_server(context):
    common = dict(hostname="localhost", ident="test server", data_size_limit=2**26)
    login = dict(authenticator=authenticate, auth_required=True)
    if mode in ("plain", "login-required"):
        return lambda: Server(Handler(), **common)
    if mode == "no-starttls":
        return lambda: Server(Handler(), auth_require_tls=False, **login, **common)
    if mode == "smtps":
        # Within TLS from the start: the protocol need not know.
        return lambda: Server(Handler(), auth_require_tls=False, **login, **common)
    return lambda: Server(Handler(), tls_context=context, require_starttls=True, **login, **common)


async def raw_mail(reader, writer):
    """What a whole server would not do."""
    say("connected")
    if mode == "busy":
        writer.write(b"421 4.3.2 too busy, come back\r\n")
        await writer.drain()
        writer.close()
    else:
        await forever()


async def web(reader, writer):
    head = await reader.readuntil(b"\r\n\r\n")
    line, *fields = head.decode().strip().split("\r\n")
    headers = {name.lower(): value.strip() for name, value in (field.split(":", 1) for field in fields)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    request = {"line": line, "headers": headers, "body": body.decode()}
    say("request", path=keep(json.dumps(request).encode(), ".json"))
    if mode == "web-silent":
        await forever()
    if mode != "web-close":
        status = mode.removeprefix("web-")
        extra = "Location: /elsewhere\r\n" if status == "301" else ""
        writer.write(f"HTTP/1.1 {status} Said So\r\n{extra}Content-Length: 2\r\nConnection: close\r\n\r\nok".encode())
        await writer.drain()
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    cert, context = certificate()
    address = dict(host="127.0.0.1", port=0)
    if mode.startswith("web-"):
        server = await asyncio.start_server(web, **address)
    elif mode in ("busy", "silent"):
        server = await asyncio.start_server(raw_mail, **address)
    else:
        server = await loop.create_server(mail_server(context), ssl=context if mode == "smtps" else None, **address)
    say("ready", port=server.sockets[0].getsockname()[1], certificate=str(cert))
    await loop.run_in_executor(None, sys.stdin.read)
    # Connections that are kept waiting would keep the loop from ending.
    os._exit(0)


asyncio.run(main())
