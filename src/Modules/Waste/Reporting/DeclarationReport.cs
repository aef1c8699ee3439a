using System.Globalization;
using EcoPark.Modules.Waste.Declarations;
using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Reports;
using EcoPark.Standards.Waste;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Waste.Reporting;

/// <summary>危险废物申报表: tables C.1 to C.3 of HJ 1259-2022, of the ledger.</summary>
internal static class DeclarationReport
{
    public const string Key = "waste-declaration";

    private const string Title = "危险废物申报表";

    public static void Add(IServiceCollection services) => services.AddSingleton(new ReportType(Key, Title, Chapter.Title, WastePermissions.View, Make)
    {
        Code = "R10",
        Purpose = "一家企业一月、一季或一年的危险废物产生、自行利用处置、委外和期初期末贮存量（HJ 1259-2022 表 C.1～C.3），由台账算出。",
        Spans = [ReportSpan.Month, ReportSpan.Quarter, ReportSpan.Year],
        Subjects = new ReportSubjects("企业", Enterprises),
    });

    internal static async Task<IReadOnlyList<ReportSubject>> Enterprises(IServiceProvider services, CancellationToken token) =>
        ReportSubject.OfEnterprises(await services.GetRequiredService<WasteReader>().Enterprises(token).ConfigureAwait(false));

    private static async Task<Outcome<Report>> Make(IServiceProvider services, ReportRequest request, CancellationToken token)
    {
        var period = request.Period!;
        var ledger = await LedgerPeriod.Read(services.GetRequiredService<IDbContextFactory<ParkDb>>(), int.Parse(request.Subject!.Key, CultureInfo.InvariantCulture), period.First, period.Last, token).ConfigureAwait(false);
        return ledger.Kinds.Count == 0 ? new Problem("no-data", $"{request.Subject.Name}没有登记危险废物。", "subject") : Of(request.Subject, period, ledger);
    }

    internal static Report Of(ReportSubject subject, ReportPeriod period, LedgerPeriod ledger) => new(Title)
    {
        EnterpriseId = subject.EnterpriseId,
        Facts =
        [
            new("单位名称", subject.Name), new("申报期", period.Title), new("危险废物种类", ledger.Kinds.Count.ToString(CultureInfo.InvariantCulture)),
            new("产生量合计", $"{WasteWords.Tonnes(Math.Round(ledger.Kinds.Sum(kind => kind.Generated), 6))} t"), new("期末贮存合计", $"{WasteWords.Tonnes(Math.Round(ledger.Kinds.Sum(kind => kind.Closing), 6))} t"),
        ],
        Tables = [Table(period, ledger)],
        Gaps = [.. Gaps(ledger)],
        Basis = ["HJ 1259-2022 表 C.1～C.3；数量取自固废台账：产生、自行利用处置、委外按发生日期计入，贮存量为入库减出库的余额", $"国家危险废物名录（{HazardousWastes.Edition}）"],
        Signatures = ["填表人", "危废负责人", "单位负责人（盖章）", "日期"],
    };

    private static ReportTable Table(ReportPeriod period, LedgerPeriod ledger)
    {
        var (before, after) = period.Span switch { ReportSpan.Month => ("上月底贮存量", "本月底贮存量"), ReportSpan.Quarter => ("上季度底贮存量", "本季度底贮存量"), _ => ("上年底贮存量", "本年底贮存量") };
        return new("危险废物产生、利用处置和贮存", [
            new("废物名称"), new("废物类别"), new("废物代码"), new("有害成分"), new("形态"), new("危险特性"), Tonnes("产生量"), new("方式", "自行利用处置"), Tonnes("数量", "自行利用处置"), new("省份", "委外利用处置"), new("单位名称", "委外利用处置"),
            new("许可证编码", "委外利用处置"), new("方式", "委外利用处置"), Tonnes("数量", "委外利用处置"), Tonnes(before), Tonnes(after)],
            [.. ledger.Kinds.SelectMany(kind => Rows(kind, ledger))])
        {
            Foot = [new("合计", [null, null, null, null, null, Sum, null, Sum, null, null, null, null, Sum, Sum, Sum])],
        };
    }

    /// <summary>A line for each way that a waste went; its own figures stand in the first.</summary>
    private static IEnumerable<IReadOnlyList<ReportCell>> Rows(LedgerPeriodKind kind, LedgerPeriod ledger)
    {
        foreach (var (at, way) in kind.Ways.Cast<LedgerWay?>().DefaultIfEmpty(null).Index())
        {
            var (isOwn, disposer) = (way?.Stage is LedgerStage.OwnUse or LedgerStage.OwnDisposal, way?.DisposerId is { } id ? ledger.Disposers.GetValueOrDefault(id) : null);
            var how = way is null ? "" : way.Method.Length > 0 ? $"{way.Stage}（{way.Method}）" : way.Stage;
            ReportCell First(double tonnes) => at == 0 ? ReportCell.Figure((decimal)tonnes) : W("");
            yield return
            [
                W(kind.Kind.Name), W(kind.Kind.Group), W(kind.Kind.Code), W(kind.Kind.Components), W(kind.Kind.State), W(kind.Kind.Hazards), First(kind.Generated), W(isOwn ? how : ""), isOwn ? ReportCell.Figure((decimal)way!.Tonnes) : W(""),
                W(disposer?.Province ?? ""), W(disposer?.Name ?? ""), W(disposer?.LicenceNumber ?? ""), W(way is null || isOwn ? "" : how), way is null || isOwn ? W("") : ReportCell.Figure((decimal)way.Tonnes), First(kind.Opening), First(kind.Closing),
            ];
        }
    }

    private static IEnumerable<string> Gaps(LedgerPeriod ledger)
    {
        foreach (var kind in ledger.Kinds.Where(kind => Math.Abs(kind.Between) > WasteWords.Gram))
        {
            yield return $"{kind.Kind.Name}：期初＋产生−利用处置−委外−期末＝{WasteWords.Tonnes(kind.Between)} t，{(kind.Between > 0 ? "为已产生未入库或已出库未处理的批次" : "为期初已产生未入库或已出库未处理、本期入库或处理的批次")}。";
        }

        if (ledger.Kinds.SelectMany(kind => kind.Ways).Count(way => way.Method.Length == 0) is > 0 and var without)
            yield return $"{without} 行台账没有填写利用处置方式代码（HJ 1033 附录 F）。";
        if (ledger.Kinds.Count(kind => kind.Kind.Components.Length == 0) is > 0 and var unknown)
            yield return $"{unknown} 种废物没有填写有害成分。";
    }

    private static FootCell Sum => new(FootKind.Sum);

    private static ReportColumn Tonnes(string heading, string group = "") => new(heading, group, "t", 4);

    private static ReportCell W(string words) => ReportCell.Words(words);
}
