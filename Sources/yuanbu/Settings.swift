import Foundation
import Storage

/// Where the product's own files are: the declarations that a new site is given, and the sample park.
struct Settings {
    /// The folder that holds `Declarations/` and `Samples/`.
    let home: URL

    /// `YUANBU_HOME`, or `../share/yuanbu` beside the program, or the nearest folder above it that holds the declarations.
    init() throws {
        let files = FileManager.default
        if let named = ProcessInfo.processInfo.environment["YUANBU_HOME"], !named.isEmpty {
            home = URL(fileURLWithPath: named, isDirectory: true)
            return
        }
        var folder = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])).resolvingSymlinksInPath()
            .deletingLastPathComponent()
        let shared = folder.deletingLastPathComponent().appendingPathComponent("share/yuanbu", isDirectory: true)
        if files.fileExists(atPath: shared.appendingPathComponent("Declarations").path) {
            home = shared
            return
        }
        while folder.path != "/" {
            if files.fileExists(atPath: folder.appendingPathComponent("Declarations/site.yaml").path) {
                home = folder
                return
            }
            folder = folder.deletingLastPathComponent()
        }
        throw Failure(
            Words(
                zh: "找不到园簿自带的声明文件。请设置环境变量 YUANBU_HOME，指向含有 Declarations 的文件夹。",
                en: "The product's own declarations were not found. Set YUANBU_HOME to the folder that holds Declarations.")(Terminal.language))
    }

    var declarations: URL { home.appendingPathComponent("Declarations", isDirectory: true) }
    var samples: URL { home.appendingPathComponent("Samples", isDirectory: true) }
}
