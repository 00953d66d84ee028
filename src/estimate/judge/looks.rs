//! Problems of what the image looks like: background and format.

use super::{Fix, Judge, ProblemKind};
use crate::rates::{Background, Format, Model};

impl Judge<'_> {
    pub(super) fn looks(&mut self, model: &'static Model) {
        self.background(model);
        self.format(model);
    }

    fn background(&mut self, model: &'static Model) {
        let (background, format) = (self.stage.background, self.stage.format);
        if background != Background::Auto && !model.supports.background.contains(&background) {
            let kind = ProblemKind::BackgroundUnsupported {
                background,
                model: model.id,
                rates: self.snapshot.date,
            };
            self.report("background", kind, vec![Fix::one("background", "auto")]);
        } else if background == Background::Transparent && format == Format::Jpeg {
            let kind = ProblemKind::BackgroundFormat { format };
            let fixes = ["png", "webp"].map(|format| Fix::one("format", format));
            self.report("background", kind, fixes.to_vec());
        }
    }

    fn format(&mut self, model: &'static Model) {
        let format = self.stage.format;
        let kind = if format != Format::Png && !model.supports.format.contains(&format) {
            let model = model.id;
            ProblemKind::FormatUnsupported { format, model }
        } else if matches!(format, Format::Gif | Format::Svg) {
            ProblemKind::FormatUnpriced { format }
        } else {
            return;
        };
        self.report("format", kind, vec![Fix::one("format", "png")]);
    }
}
