using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Outlets.Filing;

/// <summary>校准与核查: what an instrument read of something known. Whether it passes is worked out, never entered.</summary>
public sealed class InstrumentCheck : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int FilingId { get; set; }

    public string Factor { get; set; } = "";

    public string Kind { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? CheckedAt { get; set; }

    public double? Reading { get; set; }

    public double? Reference { get; set; }

    public double? FullScale { get; set; }

    public string CheckedBy { get; set; } = "";

    public string Remark { get; set; } = "";
}

internal static class InstrumentCheckType
{
    public const string Name = "instrument-checks";

    public static RecordType<InstrumentCheck> Create() => new RecordType<InstrumentCheck>(Name, "校准与核查记录")
        .In(Chapter.Title, "7.4.1", "零点、量程漂移，标样核查，实际水样比对；合格与否由误差算出，不合格起（废水自上次合格起）数据按失控处理。", 7)
        .ForEnterprises(withApproval: true).FixedOnceApproved()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.FilingId, "排口", OutletFilingType.Name)
        .Code(r => r.Factor, "因子", "factors", f => f with { IsRequired = true, IsFilter = true })
        .Choice(r => r.Kind, "方式", CheckJudge.Kinds, f => f with { IsRequired = true, IsTitle = true })
        .Moment(r => r.CheckedAt, "核查时间", f => f with { IsRequired = true, IsFilter = true })
        .Number(r => r.Reading, "仪器读数", "", f => f with { IsRequired = true, Decimals = 4 })
        .Number(r => r.Reference, "标准值", "", f => f with { IsRequired = true, Decimals = 4, Help = "标准气体、标准溶液的浓度，或实验室结果；零点为 0" })
        .Number(r => r.FullScale, "满量程", "", f => f with { Min = 0, Decimals = 4, IsListed = false, Help = "漂移按满量程的百分数计" })
        .Derived(
            [new("error", "误差", FieldKind.Text), new("tolerance", "允许", FieldKind.Text), new("verdict", "结论", FieldKind.Text), new("rule", "依据", FieldKind.Text) { IsListed = false }],
            (_, checks, _) => Task.FromResult<IReadOnlyList<IReadOnlyDictionary<string, object?>>>([.. checks.Select(check =>
            {
                var outcome = CheckJudge.Judge(check);
                return new Dictionary<string, object?> { ["error"] = outcome.Error, ["tolerance"] = outcome.Tolerance, ["verdict"] = outcome.Words, ["rule"] = outcome.Basis };
            })]))
        .Text(r => r.CheckedBy, "核查人", f => f with { MaxLength = 50, IsListed = false })
        .Text(r => r.Remark, "备注", f => f with { IsListed = false })
        .Check((r, now) => r.CheckedAt > now
            ? new("future", $"核查时间 {ParkTime.FromUtc(r.CheckedAt.Value):yyyy-MM-dd HH:mm} 还没有到，请核对日期和时刻，核查完成后再登记。", "checkedAt") : null)
        .Check(r => CheckJudge.IsDrift(r.Kind) && r.FullScale is not > 0 ? new("scale", "漂移检查须填写满量程（大于 0）。", "fullScale") : null)
        .Check(r => CheckJudge.Judge(r).State == CheckState.Unknown ? new("kind", $"“{r.Kind}”不适用于这一因子，或标准值不大于 0，不能判定。", "kind") : null);
}
