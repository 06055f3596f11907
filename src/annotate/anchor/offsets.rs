//! Code points to bytes, for many offsets in one pass.

/// The byte offset of each of `points`, counted in code points; `None` beyond the end of `text`.
pub fn bytes_of(text: &str, points: &[usize]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by_key(|i| points[*i]);
    let mut found = vec![None; points.len()];
    let (mut byte, mut point) = (0, 0);
    for i in order {
        let ahead = points[i] - point;
        // Counting whole characters is many times faster than asking each for its offset.
        let mut rest = text[byte..].chars();
        if ahead > 0 && rest.nth(ahead - 1).is_none() {
            break;
        }
        (byte, point) = (text.len() - rest.as_str().len(), points[i]);
        found[i] = Some(byte);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_become_bytes() {
        assert_eq!(bytes_of("aä日b", &[3, 0, 2, 4, 5]), [Some(6), Some(0), Some(3), Some(7), None]);
        assert_eq!(bytes_of("", &[0, 1]), [Some(0), None]);
    }
}
