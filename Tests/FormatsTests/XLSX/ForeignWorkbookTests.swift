import Foundation
import Testing

@testable import Formats

/// A workbook that another program (openpyxl 3.1) wrote, with its theme taken out.
@Suite struct ForeignWorkbookTests {
    private static let workbook = """
        UEsDBBQAAAAIAAAAn1UfT1N1GwIAAAUFAAAYAAAAeGwvd29ya3NoZWV0cy9zaGVldDEueG1shZTfb5swEMff91cgKvVtsTGGQEOQmkzT9jApatXt2UkuARUws51k++93
        NombRmnGC/b9+N7njI/iINWrrgBM8KdtOj0NK2P6B0L0qoJW6JHsoUPPRqpWGNyqLdG9ArF2SW1DGKUpaUXdhWXhbAtVFnJnmrqDhQr0rm2F+juDRh6mYRSeDE/1tjLW
        QMqiF1t4BvPSLxTuiFdZ1y10upZdoGAzDR+jh3lq413AzxoO+mwd2E6WUr7azff1NKQWCBpYGasg8LWHOTSNFUKM30fN0Je0iefrk/pX1zv2shQa5rL5Va9NNQ2zMFjD
        Ruwa8yQP3+DYT+IBvwgjykLJQ6Bsn2WxsgtbG+Pqzp7Ps1For7GQKe/vGGUsmdzfRXme80lBDMJYH1kdc2cf5dpMzOdRRi/yCNb3EOwEMWM3IKLYQjCacHoNYn4jN6WZ
        y03jPL8FEvvTiG+BRLEV45Tl+I6ziOY3T2fQsvdwX9JRXJD9OTZ6tbuAPobznKU+6h0g94D8Q8CYUsomnywpTcZXifhZtc8py0Yxzd+eC0DuANkl4ChOeIxnMB6Ps+uw
        if+siZN4fw4Riy4KJc6/dP7oumR6ksSBs5L8P8dGzm58C2rrBk0HK7nrzHDvvHWY5RnOshu9CzvO+CNzI/kmM/wgfgi1rTsdNLBBSToaYxtqGLphY2Tvvu9SGiNbt6zw
        PwXKBqB/I6U5bWwB/+cr/wFQSwMEFAAAAAgAAACfVZWeJQ4TAQAAzAEAABgAAAB4bC93b3Jrc2hlZXRzL3NoZWV0Mi54bWxNUV1PwyAU/SuEHzA6k6lZ2ibbjNEHk2ZG
        fWbrbUsG3Aq3Vv+9QNdmT5xzPw7nQD6iu/gOgNiv0dYXvCPqt0L4cwdG+hX2YEOnQWckBepa4XsHsk5LRou7LLsXRirLyzzVKlfmOJBWFirH/GCMdH970DgWfM3nwlG1
        HcWCKPNetvAO9NFXLjCxqNTKgPUKLXPQFHy33u7SfBr4VDD6G8xikhPiJZLXuuBZNAQazhQVZDh+4ABaR6Fg4/uqyZcr4+ItntWfU/aQ5SQ9HFB/qZq6gj9yVkMjB01H
        HF/gmmezGHySJGe5Ccecb9K1ynqmoQnj2ephw5mbdidC2Kd3OiERmgS78Nzg4kDoN4g0k2h9+cDyH1BLAwQUAAAACAAAAJ9VrHK2+8YCAABqDAAADQAAAHhsL3N0eWxl
        cy54bWzdV0tu2zAQvYogoN0lkq2YkVLLiwoIUKAtAiSLbmmTsgmQlCpRgd0T9AbddNsbdNMDtecoR1RkO+EUcNFsKiPgfPjeDGeGEjJvzU7y2w3nJtgqqds83BhTX0VR
        u9pwRdvzqubaesqqUdRYtVlHbd1wyloAKRlN45hEigodLua6U9fKtMGq6rTJw4vRFLjlDcvDCbkIA0dXVIzn4c4+Z0qdMRZG3v0zbH+wuVLqqm0RHDnGxefxC2Tn5dMI
        Lz92lXn188d3Jyi3/Pr62Qls0L98cwIQR8PxF/Oy0vsqTEJnsJGp4sE9lXlYUCmWjQBUSZWQO2eegmFVyaoJjC0/B7C1tJ+ce+I06MzAo4Sumj62i9AvkICQckxgGjrD
        Yl5TY3ijr63SY3rjE1cwyHe72mawbuhuMp2Fe0C/2CDLqmG8OTqnMy3mkpfGAhqx3sBqqjoCpzGVsgITdF1p2ufwgBgES7viUt7CWH4oj7i35UHPYuiYHkWb0CA6GqcA
        /yGb4z6gnf0VbVCL+8q87uxpdK/DBPCbhpdi2+vbcox/xD6M/jPyz56Znzwz/+W/5o+Gjh+M1dFQjdYALmcevofXgNxTBMtOSCP0oG0EY1w/mS1Lb+jSvkiP+O1+xkva
        SXM3OvNwL7/jTHQqG3fdwLGGXXv5LdyhCRnfDDaW0IxvOSsGtVkvezGwgo06PAB47LnuH78Hwzif3wM+LA6WAYZxKCzO/3SeNMZzS2M8tzT2s2GYFMU4lM9T9D8sjh+T
        2cd/0ixLEkKwihaFN4MCqxsh8OdnS9GTEoLFgUin1RrvNj4hf56DND59QtITp9fV9LRag8dfN0Bkmb/bWBxAYF3AZgfi++PATPkxSQJdxXLDbjDuyTLMA7Pon1FCkOoQ
        +Pn7g92SJMkygmL8GSQJ5oHbiHuwDCAHzJMk/Xfw0fcoevhORfv/Lha/AVBLAwQUAAAACAAAAJ9Vl4q7HMAAAAATAgAACwAAAF9yZWxzLy5yZWxznZK5bsMwDEB/xdCe
        MAfQIYgzZfEWBPkBVqIP2BIFikWdv6/apXGQCxl5PTwS3B5pQO04pLaLqRj9EFJpWtW4AUi2JY9pzpFCrtQsHjWH0kBE22NDsFosPkAuGWa3vWQWp3OkV4hc152lPdsv
        T0FvgK86THFCaUhLMw7wzdJ/MvfzDDVF5UojlVsaeNPl/nbgSdGhIlgWmkXJ06IdpX8dx/aQ0+mvYyK0elvo+XFoVAqO3GMljHFitP41gskP7H4AUEsDBBQAAAAIAAAA
        n1XpwX+aaAEAALQCAAAPAAAAeGwvd29ya2Jvb2sueG1stZK9TsMwFIVfJfIDkDSCSlRNFyqgEoKKou5OfNNc1T+R7bTQjQ0xMCPEyszCwMDjVBWPgeMoEImFhcm+51rH
        3z32cK30MlVqGVwLLk1CCmvLQRiarABBzZ4qQbpOrrSg1pV6EZpSA2WmALCCh3EU9UNBUZLRsPWa6rBbKAuZRSWdWAtzhLX56ddlsEKDKXK0Nwnxew4kEChR4AZYQiIS
        mEKtT5XGjZKW8lmmFecJ6TWNOWiL2S95VkNe0dR4xdL0kjqQhPQjZ5ijNtaf8P7UMa7AHW6qyqpj5Bb0mFo40aoqUS5qGzdF2BnD59CuTYgD/ZcYVZ5jBmOVVQKkbXLU
        wGtAaQosDQkkFZCQ7cft9v1p93y3u3+px3L3TFgzonVsncD0AF1DT5in/D+iz9e33eNDhyX+ZimQMZAdlNgH1qbEIEcJ7NzZGKe7F8umOqgXP1K8f9A7dC9TcX7ktAt5
        pihrQ28/zOgLUEsDBBQAAAAIAAAAn1WN9yxatAAAAIkCAAAaAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHPFkk0KgzAQRq8ScoCO2tJFUVfduC1eIOj4g9GEzJTq
        7Wt1oYEuupGuwjch73swiR+oFbdmoKa1JMZeD5TIhtneAKhosFd0MhaH+aYyrlc8R1eDVUWnaoQoCK7g9gyZxnumyCeLvxBNVbUF3k3x7HHgL2B4GddRg8hS5MrVyImE
        UW9jguUITzNZiqxMpMvKUMK/hSJPKDpQiHjSSJvNmr3684H1PL/FrX2J69DfyeXjAN7PS99QSwMEFAAAAAgAAACfVW6nJLwcAQAAVwQAABMAAABbQ29udGVudF9UeXBl
        c10ueG1sxZRNbsIwEIWvEnmLEgOLLirCpnTbsugF3HhCrPhPnoGG23eSAIuKRkUgdRMrnjfvG/tFWX0cI2DWOeuxFA1RfJYSqwacwiJE8FypQ3KK+DXtZFRVq3Ygl/P5
        k6yCJ/CUU+8h1qsN1GpvKXvteBtN8KVIYFFkL6OwZ5VCxWhNpYjr8uD1D0p+IhTcOWiwMRFnLBDyKqGv/A449b0fICWjIduqRG/KsUp2ViIdLWAxbXFlxlDXpgIdqr3j
        lgJjAqWxASBni9F0Nk0mvmEYn4u7+YPNFJCV2xQicmIJbsedI+m788hGkMhMH/FCZOu7zwd92hr0H9l8vV8htUMeKIdl8eCML/43zrH8xzk+Q2gf/an3a+GU8We+HP4n
        629QSwECFAMUAAAACAAAAJ9VH09TdRsCAAAFBQAAGAAAAAAAAAAAAAAAgAEAAAAAeGwvd29ya3NoZWV0cy9zaGVldDEueG1sUEsBAhQDFAAAAAgAAACfVZWeJQ4TAQAA
        zAEAABgAAAAAAAAAAAAAAIABUQIAAHhsL3dvcmtzaGVldHMvc2hlZXQyLnhtbFBLAQIUAxQAAAAIAAAAn1Wscrb7xgIAAGoMAAANAAAAAAAAAAAAAACAAZoDAAB4bC9z
        dHlsZXMueG1sUEsBAhQDFAAAAAgAAACfVZeKuxzAAAAAEwIAAAsAAAAAAAAAAAAAAIABiwYAAF9yZWxzLy5yZWxzUEsBAhQDFAAAAAgAAACfVenBf5poAQAAtAIAAA8A
        AAAAAAAAAAAAAIABdAcAAHhsL3dvcmtib29rLnhtbFBLAQIUAxQAAAAIAAAAn1WN9yxatAAAAIkCAAAaAAAAAAAAAAAAAACAAQkJAAB4bC9fcmVscy93b3JrYm9vay54
        bWwucmVsc1BLAQIUAxQAAAAIAAAAn1VupyS8HAEAAFcEAAATAAAAAAAAAAAAAACAAfUJAABbQ29udGVudF9UeXBlc10ueG1sUEsFBgAAAAAHAAcAxgEAAEILAAAAAA==
        """

    @Test("A workbook of another program reads as that program meant it")
    func read() throws {
        let data = try #require(Data(base64Encoded: Self.workbook, options: .ignoreUnknownCharacters))
        let book = try XLSXWorkbook(data: data)
        #expect(book.sheets.map(\.name) == ["企业月报", "说明"])
        #expect(book.sheets.map(\.isHidden) == [false, true])
        #expect(try Set(book.mergedRanges(book.sheets[0]).map(\.description)) == ["A1:A2", "B1:C1"])
        let day = SheetCell.day(year: 2022, month: 12, day: 31)
        #expect(
            try HandMade.read(data).map(\.cells) == [
                [.text("企业"), .text("2022年")], [.empty, .text("产值"), .text("日期")], [.text("云川铝业"), .number("0.3"), day],
                [.text("甲\n乙"), .number("-628.31"), .moment(year: 2022, month: 12, day: 31, hour: 8, minute: 30, second: 15)],
                [.empty, .percent("12.1"), .boolean(true)], [.empty, .empty, day],
            ])
    }

    @Test("Any byte of it may change and any tail be cut without a trap")
    func fuzz() throws {
        let data = try #require(Data(base64Encoded: Self.workbook, options: .ignoreUnknownCharacters))
        var seed: UInt64 = 3
        for _ in 0..<1500 {
            var changed = data
            for _ in 0..<2 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                changed[Int(seed >> 33) % changed.count] = UInt8(truncatingIfNeeded: seed >> 25)
            }
            _ = refusal(as: FormatError.self) { try HandMade.read(changed) }
        }
    }

    @Test("Its sheet's XML may be cut or changed anywhere without a trap, when it arrives whole")
    func fuzzXML() throws {
        let zip = try ZipReader(data: #require(Data(base64Encoded: Self.workbook, options: .ignoreUnknownCharacters)))
        let sheet = try zip.data(#require(zip.entry("xl/worksheets/sheet1.xml")))
        var seed: UInt64 = 5
        for _ in 0..<1500 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var changed = sheet
            let digits = Array("0123456789-.Ersbn<>\"".utf8)
            changed[Int(seed >> 33) % changed.count] = digits[Int(seed >> 21) % digits.count]
            var parts = ZipWriter()
            for entry in zip.entries { parts.add(entry.name, entry.name.hasSuffix("sheet1.xml") ? changed : try zip.data(entry)) }
            let data = try parts.data()
            _ = refusal(as: FormatError.self) { try HandMade.read(data) }
        }
    }
}
