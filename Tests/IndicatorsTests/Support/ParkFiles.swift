extension Park {
    static let files: [String: String] = [
        "site.yaml": """
        site: { zh: 测试园区, en: Test park }
        organisation: { zh: 管委会, en: Committee }
        since: 2018
        home: []
        """,
        "groups.yaml": "economy: { zh: 经济, en: Economy }",
        "roles.yaml": "economy_office: { zh: 经济发展部, en: Economy office }",
        "parameters.yaml": """
        output_band: { value: 1, unit: 亿元, name: { zh: 门槛, en: Threshold } }
        tax_band: { value: 500, unit: 万元, name: { zh: 税收门槛, en: Tax threshold } }
        high_growth: { value: 20, unit: "%", name: { zh: 高速, en: High } }
        layout: { value: "2+6+N", name: { zh: 布局, en: Layout } }
        """,
        "scopes.yaml": """
        park: { name: { zh: 全园区, en: Whole } }
        core: { name: { zh: 核心区, en: Core }, where: zone = core }
        east: { name: { zh: 东区, en: East }, where: zone = east }
        """,
        "rosters.yaml": """
        above_scale: { name: { zh: 规上, en: Above scale }, of: qualification.enterprise, where: kind = above_scale and valid at end }
        """,
        "registers/industry.yaml": """
        register: industry
        group: economy
        name: { zh: 行业, en: Industry }
        purpose: { zh: 行业, en: Industries }
        title: "{name}"
        key: [name]
        fields:
          name: { name: { zh: 名称, en: Name }, kind: text, required: yes }
        """,
        "registers/enterprise.yaml": """
        register: enterprise
        group: economy
        name: { zh: 企业, en: Enterprise }
        purpose: { zh: 企业, en: Enterprises }
        title: "{name}"
        key: [name]
        valid: { from: moved_in, to: moved_out }
        fields:
          name: { name: { zh: 名称, en: Name }, kind: text, required: yes }
          zone: { name: { zh: 区域, en: Zone }, kind: choice, of: { core: { zh: 核心区, en: Core }, east: { zh: 东区, en: East } } }
          industry: { name: { zh: 行业, en: Industry }, kind: reference, to: industry }
          moved_in: { name: { zh: 入园, en: In }, kind: day }
          moved_out: { name: { zh: 迁出, en: Out }, kind: day }
          predecessor: { name: { zh: 前身, en: Predecessor }, kind: reference, to: enterprise }
        states:
          in_operation: { name: { zh: 在营, en: In operation }, stage: open }
          left: { name: { zh: 退出, en: Left }, stage: done }
        """,
        "registers/sales.yaml": """
        register: sales
        group: economy
        name: { zh: 产销月报, en: Sales }
        purpose: { zh: 月报, en: Monthly forms }
        title: "{enterprise} {month}"
        key: [enterprise, month]
        time: month
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          month: { name: { zh: 月份, en: Month }, kind: period, every: month, required: yes }
          zone: { name: { zh: 区域, en: Zone }, kind: choice, of: { core: { zh: 核心区, en: Core }, east: { zh: 东区, en: East } } }
          output_to_date: { name: { zh: 产值累计, en: Output }, kind: money, unit: 万元, places: 2 }
          output_prior: { name: { zh: 同期累计, en: Prior }, kind: money, unit: 万元, places: 2 }
          origin: { name: { zh: 来源, en: Origin }, kind: choice, of: { filed: { zh: 填报, en: Filed }, estimated: { zh: 估报, en: Estimated } } }
        states:
          filed: { name: { zh: 已填报, en: Filed }, stage: open }
          locked: { name: { zh: 已锁定, en: Locked }, stage: done }
          withdrawn: { name: { zh: 作废, en: Withdrawn }, stage: void }
        """,
        "registers/finance.yaml": """
        register: finance
        group: economy
        name: { zh: 财务, en: Finance }
        purpose: { zh: 财务, en: Financial forms without a January }
        title: "{enterprise} {month}"
        key: [enterprise, month]
        time: month
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          month: { name: { zh: 月份, en: Month }, kind: period, every: month, required: yes }
          profit_to_date: { name: { zh: 利润累计, en: Profit }, kind: money, unit: 万元, places: 2 }
          staff: { name: { zh: 期末人数, en: Staff }, kind: number, unit: 人 }
        """,
        "registers/tax_payment.yaml": """
        register: tax_payment
        group: economy
        name: { zh: 税收, en: Taxes }
        purpose: { zh: 税收, en: Taxes }
        title: "{enterprise} {received}"
        key: [enterprise, received]
        time: received
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          received: { name: { zh: 入库, en: Received }, kind: day, required: yes }
          paid: { name: { zh: 税额, en: Paid }, kind: money, unit: 万元, places: 2 }
        """,
        "registers/qualification.yaml": """
        register: qualification
        group: economy
        name: { zh: 资质, en: Qualification }
        purpose: { zh: 资质, en: Qualifications }
        title: "{enterprise} {kind}"
        key: [enterprise, kind, approved]
        time: approved
        valid: { from: approved, to: expires }
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          kind: { name: { zh: 资质, en: Kind }, kind: choice, of: { above_scale: { zh: 规上, en: Above scale }, high_tech: { zh: 高企, en: High-tech } } }
          approved: { name: { zh: 批准, en: Approved }, kind: day }
          expires: { name: { zh: 有效期至, en: Expires }, kind: day }
        """,
        "registers/product.yaml": """
        register: product
        group: economy
        name: { zh: 产品, en: Product }
        purpose: { zh: 产品, en: Products }
        title: "{name}"
        key: [name]
        valid: { from: monitored_from, to: monitored_to }
        fields:
          name: { name: { zh: 产品, en: Product }, kind: text, required: yes }
          monitored_from: { name: { zh: 自, en: From }, kind: day }
          monitored_to: { name: { zh: 至, en: To }, kind: day }
        """,
        "registers/product_month.yaml": """
        register: product_month
        group: economy
        name: { zh: 产品月报, en: Products monthly }
        purpose: { zh: 产品月报, en: Product forms }
        title: "{enterprise} {product} {month}"
        key: [enterprise, product, month]
        time: month
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          product: { name: { zh: 产品, en: Product }, kind: reference, to: product, required: yes }
          month: { name: { zh: 月份, en: Month }, kind: period, every: month, required: yes }
          quantity_to_date: { name: { zh: 累计产量, en: Quantity }, kind: number, places: 2 }
          quantity_prior: { name: { zh: 同期产量, en: Prior }, kind: number, places: 2 }
        """,
        "registers/ref_stat.yaml": """
        register: ref_stat
        group: economy
        name: { zh: 参考统计, en: Reference }
        purpose: { zh: 参考, en: Reference figures }
        title: "{item} {month}"
        key: [item, month]
        time: month
        fields:
          item: { name: { zh: 指标, en: Item }, kind: choice, of: { value_added: { zh: 增加值, en: Value added }, city_firms: { zh: 全市规上, en: City firms } } }
          month: { name: { zh: 截至, en: Up to }, kind: period, every: month }
          amount: { name: { zh: 金额, en: Amount }, kind: money, unit: 亿元, places: 4 }
          firms: { name: { zh: 户数, en: Firms }, kind: number, unit: 家 }
          standing:
            name: { zh: 性质, en: Standing }
            kind: choice
            of:
              flash: { zh: 快报数, en: Flash }
              estimated: { zh: 预计数, en: Estimated }
              preliminary: { zh: 初步核算数, en: Preliminary }
              final: { zh: 最终核实数, en: Final }
        """,
        "registers/event.yaml": """
        register: event
        group: economy
        name: { zh: 大事, en: Events }
        purpose: { zh: 大事, en: Events }
        title: "{name}"
        key: [name]
        time: date
        fields:
          name: { name: { zh: 名称, en: Name }, kind: text }
          date: { name: { zh: 日期, en: Date }, kind: day }
          code: { name: { zh: 代号, en: Code }, kind: text }
          grade: { name: { zh: 等次, en: Grade }, kind: choice, of: { good: { zh: 良好, en: Good }, excellent: { zh: 优秀, en: Excellent } } }
          when: { name: { zh: 时刻, en: When }, kind: moment }
        """,
        "registers/target.yaml": """
        register: target
        group: economy
        name: { zh: 目标, en: Targets }
        purpose: { zh: 目标, en: Targets }
        title: "{year} {subject}"
        key: [year, subject]
        time: year
        fields:
          year: { name: { zh: 年度, en: Year }, kind: period, every: year }
          subject: { name: { zh: 目标, en: Subject }, kind: text }
          indicator: { name: { zh: 指标, en: Indicator }, kind: text }
          scope: { name: { zh: 范围, en: Scope }, kind: text }
          direction: { name: { zh: 方向, en: Direction }, kind: choice, of: { at_least: { zh: 不低于, en: At least }, at_most: { zh: 不高于, en: At most }, binding: { zh: 约束性, en: Binding } } }
          measured: { name: { zh: 计, en: Measured }, kind: choice, of: { level: { zh: 总量, en: Level }, growth: { zh: 增速, en: Growth } } }
          low: { name: { zh: 下限, en: Low }, kind: number, places: 4 }
          high: { name: { zh: 上限, en: High }, kind: number, places: 4 }
          low_adjusted: { name: { zh: 调整后, en: Adjusted }, kind: number, places: 4 }
        """,
    ]
}
