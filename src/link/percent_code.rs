//! Percent-encoding as links use it: `+` is a space, what is not understood stays as it is.

/// Reads `%41+b` as `A b`. A `%` without two hex digits stays; bytes that are no UTF-8 become
/// the replacement character.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match (byte, hex(bytes, at + 1).zip(hex(bytes, at + 2))) {
            (b'%', Some((high, low))) => {
                decoded.push(high << 4 | low);
                at += 2;
            }
            (b'+', _) => decoded.push(b' '),
            _ => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8(decoded)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn hex(bytes: &[u8], at: usize) -> Option<u8> {
    let digit = (*bytes.get(at)? as char).to_digit(16)?;
    u8::try_from(digit).ok()
}

/// Writes a value so that it survives a link in a ticket or a chat: letters, digits and `-._~:@*,`
/// stay, a space becomes `+`.
pub fn encode(text: &str) -> String {
    const HEX: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => encoded.push(char::from(byte)),
            b'-' | b'.' | b'_' | b'~' | b':' | b'@' | b'*' | b',' => encoded.push(char::from(byte)),
            b' ' => encoded.push('+'),
            _ => {
                encoded.push('%');
                encoded.push(HEX[usize::from(byte >> 4)]);
                encoded.push(HEX[usize::from(byte & 15)]);
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rubbish_stays_as_it_is() {
        assert_eq!(decode("%"), "%");
        assert_eq!(decode("%zz%4"), "%zz%4");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%ff"), "\u{fffd}");
        assert_eq!(decode("a+b%2Bc"), "a b+c");
    }

    #[test]
    fn what_is_written_is_read() {
        for text in ["", "Draft 1", "a&b=c#d?e", "é 漢字 🙂", "%41+", "16:9@2K"] {
            assert_eq!(decode(&encode(text)), text);
        }
    }
}
