//! From a path on the server to a file of the site: its bytes, its kind, its encoding.
//! Must not know HTTP beyond the names of these.

use super::Site;
use super::request::Request;
use std::fs;
use std::path::{Path, PathBuf};

/// A file about to be sent.
pub struct Found {
    pub bytes: Vec<u8>,
    pub content_type: &'static str,
    pub encoding: Option<&'static str>,
}

/// The file a request means, compressed if the browser takes it so.
pub fn find(site: &Site, request: &Request) -> Option<Found> {
    let inner = request.path.strip_prefix(site.base.as_str())?;
    let name = file_name(&site.folder, inner)?;
    let content_type = content_type(&name);
    let small = site
        .compressed
        .as_ref()
        .and_then(|folder| compressed(folder, &name, request));
    if let Some((bytes, encoding)) = small {
        return Some(Found {
            bytes,
            content_type,
            encoding: Some(encoding),
        });
    }
    let bytes = fs::read(site.folder.join(&name)).ok()?;
    Some(Found {
        bytes,
        content_type,
        encoding: None,
    })
}

/// The name of a file below the folder; a folder means its index.html.
fn file_name(folder: &Path, inner: &str) -> Option<String> {
    let climbs = inner
        .split('/')
        .any(|part| part == ".." || part.contains(['\\', ':', '\0']));
    if climbs || inner.starts_with('/') {
        return None;
    }
    let is_folder = inner.is_empty() || inner.ends_with('/');
    let name = if is_folder {
        format!("{inner}index.html")
    } else {
        inner.to_owned()
    };
    folder.join(&name).is_file().then_some(name)
}

fn compressed(folder: &Path, name: &str, request: &Request) -> Option<(Vec<u8>, &'static str)> {
    let beside = |ending: &str| -> PathBuf { folder.join(format!("{name}.{ending}")) };
    let brotli = request
        .accepts_brotli
        .then(|| fs::read(beside("br")).ok())
        .flatten();
    let gzip = || {
        request
            .accepts_gzip
            .then(|| fs::read(beside("gz")).ok())
            .flatten()
    };
    let with = |name| move |bytes| (bytes, name);
    brotli.map(with("br")).or_else(|| gzip().map(with("gzip")))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, kind)| kind) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
