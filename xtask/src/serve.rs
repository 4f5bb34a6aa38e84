//! Serves the page on localhost.

use crate::{
    failure::{Done, Failure},
    project::{self, Project},
};
use std::{
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
};
use tiny_http::{HTTPVersion, Header, Method, Request, Response, Server};

/// Serves dist/site until the program is ended. Only this machine can reach it.
pub(crate) fn serve(project: &Project, port: u16) -> Done {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        Failure::new(
            format!("port {port} cannot be served: {error}"),
            "end the program that uses it, or choose another: `cargo xtask serve --port 8080`",
        )
    })?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    println!("[serve] the page is at http://127.0.0.1:{port}/ (ends with Ctrl+C)");
    serve_from(&server, &project.site);
    Ok(())
}

fn serve_from(server: &Server, site: &Path) {
    for request in server.incoming_requests() {
        let response = answer(site, &request);
        let is_head = request.method() == &Method::Head;
        // In HTTP/1.0, so that the browser closes the connection. A thread waits at each one that is left open, and
        // when a browser opens several at once there may be fewer threads: a part of the page would wait for minutes.
        // Of the request's headers none counts then.
        let version = HTTPVersion(1, 0);
        let mut writer = request.into_writer();
        let printed = response.raw_print(&mut writer, version, &[], is_head, None);
        // A reader who went away is no reason to stop.
        printed.and_then(|()| writer.flush()).ok();
    }
}

fn answer(site: &Path, request: &Request) -> Response<Cursor<Vec<u8>>> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Response::from_string("only GET\n").with_status_code(405);
    }
    let found = find(site, request.url()).and_then(|path| {
        let bytes = project::read(&path).ok()?;
        Some((media_type(&path), bytes))
    });
    let Some((media_type, bytes)) = found else {
        return Response::from_string("no such file\n").with_status_code(404);
    };
    let mut response = Response::from_data(bytes);
    for (name, value) in [
        ("Content-Type", media_type),
        ("X-Content-Type-Options", "nosniff"),
        // What is served changes with every build.
        ("Cache-Control", "no-cache"),
    ] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

/// The file with that address. It is looked for among the files that are there, so that no address
/// leads out of the folder.
fn find(site: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    let files = project::files(site).ok()?;
    files.into_iter().find(|file| file.strip_prefix(site).is_ok_and(|inside| inside == Path::new(path)))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, io::Read as _, net::TcpStream, time::Duration};

    #[test]
    fn no_address_leads_out_of_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let name = |address: &str| find(&folder, address).and_then(|path| path.file_name().map(ToOwned::to_owned));
        assert_eq!(name("/main.rs").as_deref(), Some("main.rs".as_ref()));
        assert_eq!(name("/main.rs?x=1").as_deref(), Some("main.rs".as_ref()));
        let absolute = folder.join("main.rs").display().to_string();
        for address in [
            "",
            "/",
            "main.rs",
            "/../Cargo.toml",
            "/x/../../Cargo.toml",
            "/..%2fCargo.toml",
            "/%2e%2e/Cargo.toml",
            "//etc/passwd",
            "/\\..\\Cargo.toml",
            &format!("/{absolute}"),
        ] {
            assert_eq!(name(address), None, "{address}");
        }
    }

    /// As a browser does it: opens all at once, asks on each, and keeps open what is not said to end.
    #[test]
    fn no_connection_waits_for_another() {
        let server = Server::http(("127.0.0.1", 0)).unwrap();
        let address = server.server_addr().to_ip().unwrap();
        let site = std::env::temp_dir().join(format!("pith-serve-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        // Around the lengths of buffers, and far beyond.
        let lengths = [0, 1, 100, 1_023, 1_024, 1_025, 8_191, 8_192, 8_193, 65_537, 300_000, 3_000_000];
        for length in lengths {
            fs::write(site.join(format!("{length}.txt")), vec![b'x'; length]).unwrap();
        }
        let folder = site.clone();
        std::thread::spawn(move || serve_from(&server, &folder));
        for _ in 0..20 {
            let connections = lengths.map(|length| (length, TcpStream::connect(address).unwrap()));
            let readers = connections.map(|(length, connection)| std::thread::spawn(move || ask(connection, length)));
            // What is kept open is so until all are answered.
            let kept = readers.map(|reader| reader.join().unwrap());
            drop(kept);
        }
        fs::remove_dir_all(site).unwrap();
    }

    /// Reads a whole answer. Gives back the connection if the server would read on.
    fn ask(mut connection: TcpStream, length: usize) -> Option<TcpStream> {
        connection.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        write!(connection, "GET /{length}.txt HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        let body = |answer: &[u8]| answer.windows(4).position(|four| four == b"\r\n\r\n").map(|head| head + 4);
        while body(&answer).is_none_or(|body| answer.len() < body + length) {
            let mut part = [0; 16_384];
            let count = connection.read(&mut part).expect("an answer within ten seconds");
            assert!(count > 0, "it ended after {} bytes of {length} and a head", answer.len());
            answer.extend_from_slice(&part[..count]);
        }
        Some(connection).filter(|_| !answer.starts_with(b"HTTP/1.0 "))
    }

    #[test]
    fn wasm_has_the_type_that_streaming_needs() {
        assert_eq!(media_type(Path::new("a/b.wasm")), "application/wasm");
    }
}
