import ArgumentParser
import Foundation

/// The folder of a site, as every command takes it.
struct SiteArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("站点文件夹 The site's folder.", valueName: "site"))
    var site: String

    var folder: URL { URL(fileURLWithPath: site, isDirectory: true).standardizedFileURL }
}
