using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Manual.Results;

internal static class ManualSampleType
{
    public const string Name = "manual-samples";

    /// <summary>What to write.</summary>
    public const string Form = "监测浓度写数字，如 12.3；未检出写“<检出限”，如 <0.05（也可写 0.05L、ND(0.05)），检出限不能省略";

    /// <summary>单次 value of GB 37822-2019 A.1, in the plant.</summary>
    public const string Single = "任意一次";

    public static readonly IReadOnlyList<string> Units = ["mg/m³", "μg/m³", "ng-TEQ/m³", "mg/L", "μg/L", "无量纲", "dB(A)", "℃"];

    /// <summary>Why there is no result; each is counted apart from what is missing.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["停产", "间歇排放未排", "雨天无径流", "不具备采样条件", "样品失效", "仪器故障", "其他"];

    public static RecordType<ManualSample> Create() => new RecordType<ManualSample>(Name, "污染源手工监测结果")
        .In(Chapter.Title, Chapter.Manual, "各点位、各因子每个样品的结果；填报时即按监测当日有效的许可限值或执行标准判定。没有监测的写明原因。", 16).ForEnterprises()
        .Counts(Chapter.Manual, r => r.Kind != PointKinds.FenceLine && r.Kind != PointKinds.InPlant).Counts(Chapter.Fugitive, r => r.Kind == PointKinds.FenceLine || r.Kind == PointKinds.InPlant)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.ReportId, "监测报告", ManualReportType.Name)
        .Reference(r => r.PointId, "监测点位", ManualPointType.Name, f => f with { IsKey = true, Content = "监测点位" })
        .Code(r => r.Factor, "监测因子", ManualFactors.Dictionary, f => f with { IsRequired = true, IsKey = true, IsFilter = true, Content = "监测因子" })
        .Stored(r => r.Title, "名称", r => ManualFactors.Title(r.Factor), f => f with { IsTitle = true, IsSearched = true, IsListed = false, MaxLength = 100 })
        .Moment(r => r.At, "监测时间", f => f with { IsRequired = true, IsKey = true, IsFilter = true, Content = "监测时间", Help = "采样开始时间" })
        .Integer(r => r.Sample, "样品序号", "", f => f with { IsKey = true, Min = 1, Max = 99, IsListed = false, Help = "同一时间有平行样或多个样品时填写" })
        .Part("结果")
        .Text(r => r.Reported, "监测浓度", f => f with { MaxLength = 30, Content = "监测浓度", Help = Form + "。废气填标态干基实测浓度" })
        .Choice(r => r.Unit, "单位", Units)
        .Choice(r => r.Span, "取值时间", ["1 小时平均", Single], f => f with { IsListed = false, Help = "厂区内无组织 NMHC 分 1 小时平均和任意一次（GB 37822-2019 附录 A），不填按 1 小时平均" })
        .Number(r => r.Flow, "流量（风量）", "m³/h", f => f with { Min = 0, Content = "流量（风量）", Help = "废气为标态干烟气量" })
        .Number(r => r.Oxygen, "氧含量", "%", f => f with { Min = 0, Max = 25, IsListed = false })
        .Number(r => r.Load, "生产负荷", "%", f => f with { Min = 0, Max = 150, IsListed = false })
        .Text(r => r.Method, "分析方法", f => f with { MaxLength = 100, IsListed = false, Help = "如 HJ 38-2017" })
        .Choice(r => r.NoData, "未监测原因", Reasons, f => f with { IsFilter = true, IsListed = false, Help = "应测而没有结果时选择；与缺测分开统计" })
        .Text(r => r.Remark, "备注", f => f with { IsListed = false })
        .Part("判定")
        .Stored(r => r.Kind, "排口类型", r => r.Kind, f => f with { IsFilter = true, MaxLength = 10, Content = "排口类型" })
        .Stored(r => r.Value, "数值", r => r.Value, f => f with { IsListed = false, Decimals = 6, Help = "未检出时为检出限" })
        .Stored(r => r.IsBelow, "未检出", r => r.IsBelow, f => f with { IsFilter = true, IsListed = false })
        .Stored(r => r.Corrected, "折算浓度", r => r.Corrected, f => f with { Decimals = 4, IsListed = false })
        .Stored(r => r.Rate, "排放速率", r => r.Rate, f => f with { Unit = "kg/h", Decimals = 6, IsListed = false })
        .Stored(r => r.StandardName, "执行标准名称", r => r.StandardName, f => f with { MaxLength = 200, IsListed = false, Content = "执行标准名称" })
        .Stored(r => r.StandardNumber, "执行标准编号", r => r.StandardNumber, f => f with { MaxLength = 100, Content = "执行标准编号" })
        .Stored(r => r.Limit, "限值", r => r.Limit, f => f with { MaxLength = 60, Content = "执行标准限值" })
        .Stored(r => r.UpperLimit, "限值上限", r => r.UpperLimit, f => f with { IsListed = false, Decimals = 6 })
        .Stored(r => r.Verdict, "判定", r => r.Verdict, f => f with { IsFilter = true, MaxLength = 10 })
        .Stored(r => r.TimesOver, "超标倍数", r => r.TimesOver, f => f with { Decimals = 2 })
        .Stored(r => r.Why, "判定说明", r => r.Why, f => f with { IsListed = false, MaxLength = 300 })
        .Check((r, now) => ParkWords.Future(r.At, now, "监测时间", "at"))
        .Check(r => r.Reported.Length == 0 && r.NoData.Length == 0 ? new("empty", "请填写监测浓度；没有监测的，选择未监测原因。", "reported") : null)
        .Check(r => r.Reported.Length > 0 && r.NoData.Length > 0 ? new("both", "填写了监测浓度，就不能再选未监测原因。", "noData") : null)
        .Check(r => r.NoData == "其他" && r.Remark.Length == 0 ? new("remark", "未监测原因为“其他”，请在备注中写明。", "remark") : null);
}
