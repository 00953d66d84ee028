//! An answer of the Responses API: what its text model counted, and what the image tool did.
//!
//! Knows that answer's keys; must not know any other.

use super::problem::Problem;
use super::record::{Kind, Part, Record};
use super::value::{Object, Value};

/// The driver's usage, and that of the image tool beside it.
pub(super) fn record(value: &Value, object: &Object) -> Result<Record, Problem> {
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
    Ok(record)
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

/// What an error says, with its code.
pub(super) fn message(object: &Object) -> Result<String, Problem> {
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
