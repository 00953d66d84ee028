//! Which answer of the API an object is, and where it keeps what it says.
//!
//! Knows the shapes of the Image API, of streamed events, of the Responses API and of a line of a
//! Batch output file; must not know any rate. Shapes as in OpenAI's Python SDK 3.52.0.

use super::counts::Counts;
use super::problem::{Problem, ProblemKind};
use super::reader::Piece;
use super::record::{Kind, Part, Record, length_of};
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
        return responses(value, object);
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

/// The driver's usage, and that of the image tool beside it.
fn responses(value: &Value, object: &Object) -> Result<Read, Problem> {
    let mut record = Record::new(value, Kind::Responses);
    record.driver = Part::read(object, "usage")?;
    record.driver_model = object.string("model")?;
    record.image_model = tool_model(object)?;
    calls(&mut record, object)?;
    if let Some(tools) = object.object("tool_usage")? {
        let image = Part::read(&tools, "image_gen")?;
        if image != Part::Missing {
            record.image = image;
        }
    }
    let failed = object.string("status")?.is_some_and(|it| it == "failed");
    if failed || object.get("error")?.is_some() {
        record.error = Some(message(object)?);
    }
    done(record, value, object)
}

/// The model that the image tool was told to use.
fn tool_model(object: &Object) -> Result<Option<String>, Problem> {
    let tools = object.get("tools")?.and_then(|tools| tools.items());
    for tool in tools.into_iter().flatten() {
        if let Some(tool) = tool.object("tools")
            && tool.string("type")?.as_deref() == Some("image_generation")
        {
            return tool.string("model");
        }
    }
    Ok(None)
}

/// The calls of the image tool: how many images came, and of which size and quality.
fn calls(record: &mut Record, object: &Object) -> Result<(), Problem> {
    let Some(output) = object.get("output")?.and_then(|output| output.items()) else {
        return Ok(());
    };
    let mut images = 0;
    for item in output {
        let Some(call) = item.object("output") else {
            continue;
        };
        if call.string("type")?.as_deref() != Some("image_generation_call") {
            continue;
        }
        record.image = Part::Missing;
        record.size = call.string("size")?.or(record.size.take());
        record.quality = call.string("quality")?.or(record.quality.take());
        images += u64::from(call.get("result")?.is_some());
    }
    record.images = Some(images);
    Ok(())
}

/// An answer that is an error: a request tried, nothing delivered, nothing said of tokens.
fn error(value: &Value, object: &Object) -> Result<Read, Problem> {
    let mut record = Record::new(value, Kind::Failed);
    record.image = Part::Missing;
    record.images = Some(0);
    record.error = Some(message(object)?);
    done(record, value, object)
}

/// What an error says, with its code.
fn message(object: &Object) -> Result<String, Problem> {
    let Some(value) = object.get("error")? else {
        return Ok("no message".to_owned());
    };
    let Some(error) = value.object("error") else {
        return Ok(value.string().unwrap_or_else(|| value.kind().to_owned()));
    };
    let message = error.string("message")?;
    let code = error.string("code")?.or(error.string("type")?);
    let said: Vec<String> = [code, message].into_iter().flatten().collect();
    Ok(match said.is_empty() {
        true => "no message".to_owned(),
        false => said.join(": "),
    })
}
