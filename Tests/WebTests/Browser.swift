import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// A browser that keeps its cookies and sends the forms that it was shown.
final class Browser: @unchecked Sendable {
    let client: any TestClientProtocol
    var cookies: [String: String] = [:]
    var last = ""

    init(client: any TestClientProtocol) { self.client = client }

    @discardableResult
    func get(_ path: String) async throws -> Site.Answer { try await send(path, .get, nil, [:]) }

    /// Sends a form with the token of the page that was seen last.
    @discardableResult
    func post(_ path: String, _ fields: [(String, String)], token: String? = nil, headers: [String: String] = [:]) async throws -> Site.Answer {
        let shown = last.firstMatch(of: #/name="_form" value="([0-9a-f]*)"/#).map { String($0.1) } ?? ""
        return try await send(path, .post, fields + [("_form", token ?? shown)], headers)
    }

    /// Sends a form as it stands in the page that was seen last, once it was changed.
    @discardableResult
    func fill(_ action: String, _ change: (inout SentForm) -> Void = { _ in }) async throws -> Site.Answer {
        var form = try SentForm(last, to: action)
        change(&form)
        return try await send(action, .post, form.pairs, [:])
    }

    /// The same with a file in it.
    @discardableResult
    func fill(_ action: String, file: (field: String, name: String, text: String), _ change: (inout SentForm) -> Void = { _ in }) async throws
        -> Site.Answer
    {
        var form = try SentForm(last, to: action)
        change(&form)
        var body = form.pairs.map { "--x\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
        body += "--x\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n"
        body += "Content-Type: application/octet-stream\r\n\r\n\(file.text)\r\n--x--\r\n"
        return try await send(action, .post, body: body, type: "multipart/form-data; boundary=x", [:])
    }

    private func send(_ path: String, _ method: HTTPRequest.Method, _ fields: [(String, String)]?, _ more: [String: String]) async throws
        -> Site.Answer
    {
        let body = fields.map { String(Link.query($0).dropFirst()) }
        return try await send(path, method, body: body, type: "application/x-www-form-urlencoded", more)
    }

    private func send(_ path: String, _ method: HTTPRequest.Method, body: String?, type: String, _ more: [String: String]) async throws
        -> Site.Answer
    {
        var headers: HTTPFields = [:]
        headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        if body != nil { headers[.contentType] = type }
        for (name, value) in more { headers[try #require(HTTPField.Name(name))] = value }
        let response = try await client.execute(uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = String(pair[1])
        }
        last = String(buffer: response.body)
        return Site.Answer(status: response.status.code, headers: response.headers, text: last)
    }

    /// Sets a password by a link and signs in with it.
    func enter(_ name: String, by link: String, _ password: String = "Yuanqu-zaochen 2022") async throws {
        try await get(link)
        #expect(try await post(link, [("password", password), ("again", password)]).status == 200)
        #expect(try await post("/sign-in", [("name", name), ("password", password), ("code", "")]).status == 303)
    }
}
