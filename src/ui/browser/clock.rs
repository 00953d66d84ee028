//! What day it is where the person is, and how much time has passed.

use crate::date::Date;

/// Today, by the browser's clock and time zone; none where the clock is out of all range.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    Date::checked(year, now.get_month() as u8 + 1, now.get_date() as u8)
}

/// Milliseconds since 1970; a person may set the clock back.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}
