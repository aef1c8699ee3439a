using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Manual.Results;

/// <summary>手工监测结果: one sample of one factor, or why there is none; limit and verdict are filled in by <see cref="ResultRules"/>.</summary>
public sealed class ManualSample : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int ReportId { get; set; }

    public int PointId { get; set; }

    public string Factor { get; set; } = "";

    public DateTime? At { get; set; }

    public int? Sample { get; set; }

    public string Reported { get; set; } = "";

    public string Unit { get; set; } = "";

    public string Span { get; set; } = "";

    public double? Flow { get; set; }

    public double? Oxygen { get; set; }

    public double? Load { get; set; }

    public string Method { get; set; } = "";

    public string NoData { get; set; } = "";

    public string Remark { get; set; } = "";

    public string Title { get; set; } = "";

    public string Kind { get; set; } = "";

    /// <summary>As measured, or the detection limit.</summary>
    public double? Value { get; set; }

    public bool? IsBelow { get; set; }

    public double? Corrected { get; set; }

    public double? Rate { get; set; }

    public string StandardNumber { get; set; } = "";

    public string StandardName { get; set; } = "";

    public string Limit { get; set; } = "";

    public double? UpperLimit { get; set; }

    public string Verdict { get; set; } = "";

    public double? TimesOver { get; set; }

    public string Why { get; set; } = "";

    /// <summary>What is set against the limit.</summary>
    public double? Judged => Corrected ?? Value;
}
