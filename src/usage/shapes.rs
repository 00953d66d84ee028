//! Which answer of the API an object is, and where it keeps what it says.
//!
//! Knows the shapes of the Image API, of streamed events, of the Responses API and of a line of a
//! Batch output file; must not know any rate. Shapes as in OpenAI's Python SDK 3.52.0.

use super::counts::Counts;
use super::problem::{Problem, ProblemKind};
use super::reader::Piece;
use super::record::{Kind, Part, Record, length_of};
use super::responses::{self, message};
use super::value::{Object, Value};
use crate::rates::Tier;

/// What an object turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    /// One answer.
    Record(Box<Record>),
    /// An event that carries no usage, or the request itself: nothing to bill.
    Nothing,
}

/// Reads one object.
///
/// # Errors
/// It is no answer of the API, or what it says of tokens cannot be read.
pub fn read(piece: &Piece) -> Result<Read, Problem> {
    let value = Value::of(piece);
    match value.object("") {
        Some(object) => any(&value, &object),
        None => Err(value.problem(ProblemKind::NoUsage(Vec::new()))),
    }
}

fn any(value: &Value, object: &Object) -> Result<Read, Problem> {
    let event = object.string("type")?.unwrap_or_default();
    if let Some(inner) = object.get("response")?
        && let Some(response) = inner.object("response")
    {
        return wrapped(value, object, &inner, &response, &event);
    }
    match event.as_str() {
        "image_generation.completed" => streamed(value, object, Kind::Generated),
        "image_edit.completed" => streamed(value, object, Kind::Edited),
        _ if is_silent(&event) && !object.has("usage") => Ok(Read::Nothing),
        _ => whole(value, object),
    }
}

/// Events of a stream that come before the last.
fn is_silent(event: &str) -> bool {
    ["image_generation.", "image_edit.", "response."]
        .iter()
        .any(|prefix| event.starts_with(prefix))
}

/// A response within an event of a stream, or within a line of a Batch output file.
fn wrapped(
    value: &Value,
    object: &Object,
    inner: &Value,
    response: &Object,
    event: &str,
) -> Result<Read, Problem> {
    let ended = [
        "response.completed",
        "response.incomplete",
        "response.failed",
    ];
    if event.starts_with("response.") && !ended.contains(&event) {
        return Ok(Read::Nothing);
    }
    let read = match response.get("body")? {
        Some(body) => match body.object("response.body") {
            Some(inside) => whole(&body, &inside)?,
            None => return Err(strange(value, object)),
        },
        None => whole(inner, response)?,
    };
    let batch = object.has("custom_id");
    Ok(match read {
        Read::Record(mut record) if batch => {
            record.tier = Some(Tier::BatchApi);
            Read::Record(record)
        }
        read => read,
    })
}

fn whole(value: &Value, object: &Object) -> Result<Read, Problem> {
    let failed = object.get("error")?.is_some();
    if failed && !object.has("usage") {
        return error(value, object);
    }
    let kind = object.string("object")?.unwrap_or_default();
    if kind == "response" || object.has("tool_usage") || object.has("output") {
        let record = responses::record(value, object)?;
        return done(record, value, object);
    }
    if object.has("usage") || object.has("data") && object.has("created") {
        return images(value, object);
    }
    if Counts::stand_in(object) {
        return bare(value, object);
    }
    if object.has("prompt") || object.has("input") && object.has("model") {
        return Ok(Read::Nothing);
    }
    Err(strange(value, object))
}

fn strange(value: &Value, object: &Object) -> Problem {
    let chat = object.has("prompt_tokens") || object.has("completion_tokens");
    let keys = object.keys().take(5).map(str::to_owned).collect();
    value.problem(if chat {
        ProblemKind::ChatCompletions
    } else {
        ProblemKind::NoUsage(keys)
    })
}

fn done(record: Record, value: &Value, object: &Object) -> Result<Read, Problem> {
    Ok(Read::Record(Box::new(record.keep(value, object)?)))
}

/// The counts alone: of an image model, unless only a text model counts so.
fn bare(value: &Value, object: &Object) -> Result<Read, Problem> {
    let counts = Counts::read(object)?;
    let mut record = Record::new(value, Kind::Usage);
    if counts.are_of_text() {
        record.driver = Part::Counted(counts);
    } else {
        record.image = Part::Counted(counts);
    }
    done(record, value, object)
}

fn images(value: &Value, object: &Object) -> Result<Read, Problem> {
    if let Some(usage) = object.object("usage")?
        && (usage.has("prompt_tokens") || usage.has("completion_tokens"))
    {
        return Err(value.problem(ProblemKind::ChatCompletions));
    }
    let mut record = Record::new(value, Kind::Images);
    record.image = Part::read(object, "usage")?;
    record.images = length_of(object, "data")?;
    record.image_model = object.string("model")?;
    looks(&mut record, object)?;
    if record.image.counts().is_some_and(Counts::are_of_text) {
        // An answer of a text model, without the key that says so.
        record.kind = Kind::Responses;
        record.driver = std::mem::take(&mut record.image);
        record.driver_model = record.image_model.take();
    }
    done(record, value, object)
}

fn streamed(value: &Value, object: &Object, kind: Kind) -> Result<Read, Problem> {
    let mut record = Record::new(value, kind);
    record.image = Part::read(object, "usage")?;
    record.images = Some(1);
    record.image_model = object.string("model")?;
    looks(&mut record, object)?;
    done(record, value, object)
}

fn looks(record: &mut Record, object: &Object) -> Result<(), Problem> {
    record.size = object.string("size")?;
    record.quality = object.string("quality")?;
    record.read_svg(object)
}

/// An answer that is an error: a request tried, nothing delivered, nothing said of tokens.
fn error(value: &Value, object: &Object) -> Result<Read, Problem> {
    let mut record = Record::new(value, Kind::Failed);
    record.image = Part::Missing;
    record.images = Some(0);
    record.error = Some(message(object)?);
    done(record, value, object)
}
