//! What is counted where all sizes are: the same natively and in a browser.

use pixelbill::rates::{Quality, RateBook, SizeKind};

/// Output tokens of all 29,146 valid sizes at the five qualities of gpt-image-2.5, summed.
pub fn every_size(book: &RateBook) -> u64 {
    let Some(model) = book.image_model("gpt-image-2.5-sunburst") else {
        return 0;
    };
    let SizeKind::Flexible(sizes) = model.sizes.kind else {
        return 0;
    };
    let tokens =
        |quality: Quality, size| model.output.tokens_at(quality, size).map_or(0, |n| n.high);
    let qualities: Vec<Quality> = model.qualities().collect();
    sizes
        .all()
        .map(|size| {
            qualities
                .iter()
                .map(|quality| tokens(*quality, size))
                .sum::<u64>()
        })
        .sum()
}
