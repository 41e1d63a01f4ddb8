import Foundation
import Indicators
import Registers
import Storage
import Testing

@Suite("The park's own declarations")
struct ParkDeclarationsTests {
    @Test("every indicator of the sample park can be read")
    func read() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("Declarations")
        let sources = try Sources(folder: folder)
        var diagnostics = Diagnostics()
        let catalogue = try #require(CatalogueReader.read(sources, &diagnostics))
        let indicators = IndicatorCatalogue.read(sources, catalogue, &diagnostics)
        #expect(diagnostics.isEmpty, "\(diagnostics.text(.en))")
        #expect(indicators.indicators.count > 50)
    }
}
