//! An estimate in the forms that others read: JSON, tables, links with their words, and the
//! request itself, ready to send.
//!
//! Knows contract 2 and the formats; must not compute anything: what is exported is what was
//! estimated.

mod bill;
mod embed;
mod escape;
mod json;
mod lines;
mod markdown;
mod passage;
mod request;
mod separated;
mod table;

pub use bill::bill_json;
pub use embed::{EmbedForm, EmbedWish, origin};
pub use json::{json, json_beside};
pub use lines::{Line, lines, shown};
pub use markdown::markdown;
pub use passage::{html_link, markdown_link, summary, text_link};
pub use request::{Form, Request, request};
pub use separated::{BYTE_ORDER_MARK, csv, tsv};
pub use table::{COLUMNS, Cell, Row, table};
