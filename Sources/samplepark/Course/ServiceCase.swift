import Storage

/// A request of a firm, from the day on which it came to the day on which the firm was called back.
struct ServiceCase {
    let firm: Enterprise
    let received: Day
    /// The visit that brought it, if one did.
    let visit: Visit?
    let source: String
    let category: String
    let matter: String
    let firstAsked: String
    let limit: String
    let promised: Day
    let answered: Day
    let answer: String
    let trips: Int64
    let calledBack: Day
    let satisfaction: String
    let logistics: String
    let handedOver: String
    var code = ""

    /// What a category of requests is like.
    struct Kind {
        let category: String
        let matters: [String]
        let answer: String
        let office: String
        /// The office posted to the park that answers it since July 2022.
        var posted: String?
    }

    static let kinds = [
        Kind(
            category: "permit", matters: ["咨询施工许可办理流程", "请求协助办理环评批复", "请求协助办理消防验收"], answer: "代办岗全程协助，材料一次告知", office: "企业服务中心", posted: "生态环境派驻办公室"),
        Kind(category: "utilities", matters: ["厂区门前道路积水", "供水压力不足", "申请增加用电容量"], answer: "已现场处理并恢复正常", office: "建设管理部"),
        Kind(category: "labour", matters: ["招聘技术工人困难", "咨询社保缓缴办法"], answer: "已组织专场招聘并讲解政策", office: "企业服务中心"),
        Kind(category: "finance", matters: ["流动资金紧张，希望对接银行", "咨询专利质押贷款"], answer: "已推送金融机构并约定走访", office: "经济发展部"),
        Kind(category: "policy", matters: ["咨询留抵退税办法", "咨询技改补助申报条件"], answer: "已当面讲解并提供申报清单", office: "经济发展部", posted: "税务派驻办公室"),
        Kind(category: "land", matters: ["申请办理不动产登记", "厂房扩建用地不足"], answer: "已会同用地岗明确办理路径", office: "建设管理部", posted: "自然资源派驻办公室"),
        Kind(category: "supply", matters: ["希望对接园区内配套企业", "希望进入驻地央企供应名录"], answer: "已列入供需对接清单", office: "招商服务部"),
        Kind(category: "other", matters: ["厂区周边公交班次少", "希望增设路口信号灯"], answer: "已协调有关部门并回复", office: "综合办公室"),
    ]

    static let transport = Kind(
        category: "logistics", matters: ["原料运输车辆跨省受阻", "产品外运车辆无法通行", "大宗物资运力不足"], answer: "已协调恢复运输", office: "企业服务中心")
}
