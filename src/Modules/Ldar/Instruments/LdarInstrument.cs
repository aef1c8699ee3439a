using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Ldar.Instruments;

/// <summary>检测仪器 that seals are tested with.</summary>
public sealed class LdarInstrument : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Serial { get; set; } = "";

    public string Model { get; set; } = "";

    public string Principle { get; set; } = "";

    public double? Range { get; set; }

    public DateOnly? VerifiedTo { get; set; }

    public string Owner { get; set; } = "";
}

internal static class LdarInstrumentType
{
    public const string Name = "ldar-instruments";

    public static RecordType<LdarInstrument> Create() => new RecordType<LdarInstrument>(Name, "LDAR 检测仪器")
        .In(Chapter.Title, Chapter.Section, "泄漏检测用的仪器、量程和检定有效期。", 28).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Serial, "仪器编号", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 40, Check = LdarWords.CheckCode, Help = "出厂编号或管理编号，如 FID-01" })
        .Text(r => r.Model, "型号", f => f with { IsRequired = true, IsSearched = true, MaxLength = 60 })
        .Choice(r => r.Principle, "原理", ["FID", "PID", "FID/PID", "红外", "其他"], f => f with { IsRequired = true, Help = "GB 37822-2019 12.4：氢火焰离子化检测仪，以甲烷或丙烷校准" })
        .Number(r => r.Range, "量程上限", "ppm", f => f with { IsRequired = true, Min = 1, Max = 1_000_000, Decimals = 0, Help = "读数超过它的检测不能采用" })
        .Date(r => r.VerifiedTo, "检定有效期止", f => f with { IsRequired = true, IsFilter = true })
        .Text(r => r.Owner, "所属单位", f => f with { IsListed = false, MaxLength = 100, Help = "委托检测的填检测机构" });
}
