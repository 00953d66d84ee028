//! A canvas: cells as coloured points, lines, text, and copying the picture.
//!
//! Knows the 2D context; must not know what is drawn. Places are in CSS pixels, whatever the
//! screen's own are.

use js_sys::{Function, Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ImageData};

/// A canvas and its context.
#[derive(Clone)]
pub struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

/// A rectangle: left, top, width, height.
pub type Place = [f64; 4];

impl Canvas {
    /// The canvas of an element; none where it is not one or the browser draws nothing.
    pub fn of(element: Element) -> Option<Self> {
        let element: HtmlCanvasElement = element.dyn_into().ok()?;
        let context = element.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self { element, context })
    }

    /// A canvas that is not on the page, of so many of its own pixels.
    pub fn hidden(edge: u32) -> Option<Self> {
        let canvas = Self::of(document().create_element("canvas").ok()?)?;
        canvas.element.set_width(edge);
        canvas.element.set_height(edge);
        Some(canvas)
    }

    /// Fits the picture to its element and empties it; width and height in CSS pixels.
    pub fn fit(&self) -> (f64, f64) {
        let place = self.element.get_bounding_client_rect();
        let scale = window().device_pixel_ratio().clamp(1.0, 4.0);
        let (width, height) = (
            (place.width() * scale).round(),
            (place.height() * scale).round(),
        );
        // Setting a size empties the canvas, so only a new one is set.
        if (
            f64::from(self.element.width()),
            f64::from(self.element.height()),
        ) != (width, height)
        {
            self.element.set_width(width as u32);
            self.element.set_height(height as u32);
        }
        drop(self.context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0));
        self.context
            .clear_rect(0.0, 0.0, place.width(), place.height());
        (place.width(), place.height())
    }

    /// Sets all points of a square picture: red, green, blue and opacity for each.
    pub fn set_points(&self, points: &[u8], edge: u32) {
        if let Ok(image) = ImageData::new_with_u8_clamped_array(Clamped(points), edge) {
            drop(self.context.put_image_data(&image, 0.0, 0.0));
        }
    }

    /// Draws a part of another canvas into a place, points as squares.
    pub fn picture(&self, of: &Self, [left, top, width, height]: Place, [x, y, w, h]: Place) {
        self.context.set_image_smoothing_enabled(false);
        drop(
            self.context
                .draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
                    &of.element,
                    left,
                    top,
                    width,
                    height,
                    x,
                    y,
                    w,
                    h,
                ),
        );
    }

    /// From now on draws within a place only, until [`Self::everywhere`].
    pub fn within(&self, [x, y, w, h]: Place) {
        self.context.save();
        self.context.begin_path();
        self.context.rect(x, y, w, h);
        self.context.clip();
    }

    /// Draws everywhere again.
    pub fn everywhere(&self) {
        self.context.restore();
    }

    /// A line through points; `dash` is the length of its dashes, 0 for none.
    pub fn line(&self, points: &[(f64, f64)], colour: &str, width: f64, dash: f64) {
        let dashes = js_sys::Array::new();
        if dash > 0.0 {
            dashes.push(&dash.into());
        }
        drop(self.context.set_line_dash(&dashes));
        self.context.set_stroke_style_str(colour);
        self.context.set_line_width(width);
        self.context.begin_path();
        for (at, (x, y)) in points.iter().enumerate() {
            if at == 0 {
                self.context.move_to(*x, *y);
            } else {
                self.context.line_to(*x, *y);
            }
        }
        self.context.stroke();
    }

    /// The outline of a place.
    pub fn frame(&self, [x, y, w, h]: Place, colour: &str, width: f64) {
        let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)];
        self.line(&corners, colour, width, 0.0);
    }

    /// A filled place.
    pub fn fill(&self, [x, y, w, h]: Place, colour: &str) {
        self.context.set_fill_style_str(colour);
        self.context.fill_rect(x, y, w, h);
    }

    /// A text about a point: `align` is `left`, `center` or `right` of it, in the middle of its
    /// height.
    pub fn text(&self, text: &str, (x, y): (f64, f64), align: &str, colour: &str) {
        self.context.set_font("500 11px system-ui, sans-serif");
        self.context.set_text_align(align);
        self.context.set_text_baseline("middle");
        self.context.set_fill_style_str(colour);
        drop(self.context.fill_text(text, x, y));
    }

    /// Copies the picture as PNG, then says whether it could be.
    pub fn copy(&self, then: impl Fn(bool) + 'static) {
        let done = Closure::once_into_js(move |blob: JsValue| copy_blob(&blob, then));
        drop(self.element.to_blob(done.unchecked_ref()));
    }
}

/// The canvas of an id, as it stands on the page.
pub fn by_id(id: &str) -> Option<Canvas> {
    Canvas::of(document().get_element_by_id(id)?)
}

/// Puts a PNG on the clipboard, by `ClipboardItem`, which some browsers do not have.
fn copy_blob(blob: &JsValue, then: impl Fn(bool) + 'static) {
    let written = (|| -> Option<js_sys::Promise> {
        let class: Function = get(&js_sys::global(), "ClipboardItem")?.dyn_into().ok()?;
        let parts = Object::new();
        Reflect::set(&parts, &"image/png".into(), blob).ok()?;
        let item = Reflect::construct(&class, &js_sys::Array::of1(&parts)).ok()?;
        let clipboard = get(&window().navigator(), "clipboard")?;
        let write: Function = get(&clipboard, "write")?.dyn_into().ok()?;
        let written = write.call1(&clipboard, &js_sys::Array::of1(&item)).ok()?;
        written.dyn_into().ok()
    })();
    let Some(written) = written else {
        return then(false);
    };
    let then = std::rc::Rc::new(then);
    let refused = std::rc::Rc::clone(&then);
    let done = Closure::once(move |_: JsValue| then(true));
    let failed = Closure::once(move |_: JsValue| refused(false));
    drop(written.then2(&done, &failed));
    // One of the two is called once and then freed by the browser's collector.
    done.forget();
    failed.forget();
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}
