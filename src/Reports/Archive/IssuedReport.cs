using System.ComponentModel;
using System.Globalization;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;

namespace EcoPark.Reports.Archive;

/// <summary>存档报表: a report as it was issued. Neither it nor its content ever changes; corrections stand beside it (<see cref="ReportAmendment"/>).</summary>
[Audited("存档报表")]
public sealed class IssuedReport : IOfEnterprise
{
    private const string Prefix = "BB";

    public int Id { get; set; }

    /// <summary>0 for the park's own.</summary>
    [DisplayName("企业")]
    public int EnterpriseId { get; set; }

    /// <summary><see cref="ReportType.Key"/>.</summary>
    [DisplayName("报表")]
    public string Type { get; set; } = "";

    /// <summary>Number in the list of forms; empty for none.</summary>
    public string Code { get; set; } = "";

    [DisplayName("名称")]
    public string Title { get; set; } = "";

    /// <summary>On the data: asked for whoever looks at it.</summary>
    public string Permission { get; set; } = "";

    /// <summary><see cref="ReportSubject.Key"/>; empty for the park.</summary>
    public string Subject { get; set; } = "";

    [DisplayName("对象")]
    public string SubjectName { get; set; } = "";

    /// <summary><see cref="ReportPeriod.Key"/>; empty for a report of now.</summary>
    [DisplayName("时间")]
    public string Period { get; set; } = "";

    [DisplayName("文件名")]
    public string FileName { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime IssuedAt { get; set; }

    /// <summary>Who, or which timer.</summary>
    [DisplayName("出具人")]
    public string IssuedBy { get; set; } = "";

    /// <summary>The one of the same type, subject and period before it; 0 for the first.</summary>
    [DisplayName("重出前的报表")]
    public int Replaces { get; set; }

    /// <summary>SM3 of the content, hexadecimal; also in the sealed audit log.</summary>
    [DisplayName("摘要")]
    public string Hash { get; set; } = "";

    /// <summary>Number in the archive.</summary>
    public string Number => NumberOf(Id, IssuedAt);

    private static string NumberOf(int id, DateTime issuedAt) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{ParkTime.FromUtc(issuedAt):yyyyMMdd}-{id:D6}");

    /// <summary>The id within a number, or a part of one that ends it; null where there is none.</summary>
    internal static int? IdOf(string number)
    {
        var digits = number[(number.LastIndexOf('-') + 1)..];
        return (number.Contains('-', StringComparison.Ordinal) || number.All(char.IsAsciiDigit)) && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}

/// <summary>What an issued report said.</summary>
public sealed class IssuedContent
{
    /// <summary>Id of the report.</summary>
    public int Id { get; set; }

    /// <summary>See <see cref="ReportContent"/>.</summary>
    public byte[] Content { get; set; } = [];
}

/// <summary>修正 of one figure of an issued report. It stays when it is corrected again.</summary>
[Audited("报表修正")]
public sealed class ReportAmendment : IOfEnterprise
{
    public int Id { get; set; }

    /// <summary>As the report's.</summary>
    public int EnterpriseId { get; set; }

    [DisplayName("存档报表")]
    public int ReportId { get; set; }

    /// <summary>Place of the cell, each from 0.</summary>
    public int Table { get; set; }

    public int Row { get; set; }

    public int Column { get; set; }

    /// <summary>The same in words.</summary>
    [DisplayName("位置")]
    public string Place { get; set; } = "";

    /// <summary>As it was printed before.</summary>
    [DisplayName("原值")]
    public string Before { get; set; } = "";

    /// <summary>As it is printed now.</summary>
    [DisplayName("修正为")]
    public string After { get; set; } = "";

    public CellKind Kind { get; set; }

    /// <summary>Of figures.</summary>
    public decimal? Number { get; set; }

    [DisplayName("原因")]
    public string Why { get; set; } = "";

    public DateTime At { get; set; }

    [DisplayName("修正人")]
    public string By { get; set; } = "";
}
