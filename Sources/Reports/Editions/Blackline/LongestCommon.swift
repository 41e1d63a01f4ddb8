/// The longest common subsequence of two lists.
enum LongestCommon {
    /// Pairs of places that stand for each other, rising on both sides. Lists so long that comparing all would be slow share only their ends.
    static func pairs<T: Hashable>(_ left: [T], _ right: [T]) -> [(Int, Int)] {
        var start = 0
        while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
        var (leftEnd, rightEnd) = (left.count, right.count)
        while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
            leftEnd -= 1
            rightEnd -= 1
        }
        var pairs = (0..<start).map { ($0, $0) }
        pairs += middle(left, right, start..<leftEnd, start..<rightEnd)
        pairs += zip(leftEnd..<left.count, rightEnd..<right.count)
        return pairs
    }

    /// So many comparisons take some tens of milliseconds.
    private static let most = 4_000_000

    private static func middle<T: Hashable>(_ left: [T], _ right: [T], _ rows: Range<Int>, _ columns: Range<Int>) -> [(Int, Int)] {
        let (height, width) = (rows.count, columns.count)
        guard height > 0, width > 0, height * width <= most else { return [] }
        // length[i][j] of what is common from i and j on.
        var length = [Int32](repeating: 0, count: (height + 1) * (width + 1))
        for i in stride(from: height - 1, through: 0, by: -1) {
            for j in stride(from: width - 1, through: 0, by: -1) {
                let place = i * (width + 1) + j
                length[place] =
                    left[rows.lowerBound + i] == right[columns.lowerBound + j]
                    ? length[place + width + 2] + 1 : max(length[place + width + 1], length[place + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < height, j < width {
            let place = i * (width + 1) + j
            if left[rows.lowerBound + i] == right[columns.lowerBound + j] {
                pairs.append((rows.lowerBound + i, columns.lowerBound + j))
                i += 1
                j += 1
            } else if length[place + width + 1] >= length[place + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }
}
