//! Patches of 32 pixels and the published way to shrink an image to a budget of them.
//!
//! Shared by images that image models take and images that text models read. Must not know
//! models. Rule: <https://developers.openai.com/api/docs/guides/images-vision>.

/// Keeps an edge that is a whole number from being floored to the one below it.
const EPSILON: f64 = 1e-9;

/// How many patches cover `width` x `height` pixels; edges need not be whole.
pub fn covering(width: f64, height: f64, patch: u32) -> u64 {
    let count = |edge: f64| ((edge / f64::from(patch)) - EPSILON).ceil().max(1.0) as u64;
    count(width) * count(height)
}

/// Patches after the shrink to `budget`: scale to the budget's area, then until one edge is a
/// whole number of patches, and floor both edges to whole pixels.
pub fn shrunk(width: f64, height: f64, patch: u32, budget: u32) -> u64 {
    let edge = f64::from(patch);
    let area = edge * edge * f64::from(budget);
    let scale = (area / (width * height)).sqrt();
    let (across, down) = (width * scale / edge, height * scale / edge);
    let snap = |patches: f64| (patches + EPSILON).floor().max(1.0) / patches;
    let scale = scale * snap(across).min(snap(down));
    let pixels = |side: f64| (side * scale + EPSILON).floor().max(1.0);
    covering(pixels(width), pixels(height), patch)
}
