//! The panels hold at every width: empty, full, with long names and with everything refused.

use super::super::layout::holds;
use super::super::story::Story;
use super::open;

const FOLDS: [(&str, &str); 5] = [
    ("images-fold", "[data-group=task]"),
    ("prompt-fold", "#prompt-text"),
    ("partials-fold", "#partials"),
    ("output-fold", ".notes"),
    ("delivery-fold", "[data-group=tier]"),
];

const STATES: [(&str, &str); 4] = [
    ("plain", "#requests=1000&task=edit&refs=1024x1024"),
    (
        "many",
        "#requests=1000&model=gpt-image-2.6-flare&task=edit&refs=65535x40000,4032x3024*2,1x1,64x64,512x768,640x480,800x600,1024x768,1280x720,1536x1024,1920x1080,2048x2048,2560x1440,3840x2160,5000x100&n=10&partials=3",
    ),
    (
        "refused",
        "#requests=1000000000&model=gpt-image-2&task=edit&refs=65535x65535*1500&fidelity=high&background=transparent&format=jpeg&tier=batch&partials=3&prompt=1000000",
    ),
    (
        "ended",
        "#requests=1000&model=dall-e-3&task=edit&refs=512x512&mask=1&format=svg",
    ),
];

#[test]
fn panels_hold_at_every_width() {
    for (width, height) in [(360, 800), (768, 1024), (1440, 1000)] {
        let page = Story::sized(width, height, STATES[0].1);
        for (name, link) in STATES {
            page.afresh(link);
            for (fold, inside) in FOLDS {
                open(&page, fold, inside);
            }
            holds(&page, &format!("{name} at {width}"));
            page.screenshot_of_all(&format!("request-{name}-{width}"));
        }
    }
}
