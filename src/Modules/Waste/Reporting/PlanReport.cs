using System.Globalization;
using EcoPark.Modules.Waste.Declarations;
using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Reports;
using EcoPark.Standards.Waste;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Waste.Reporting;

/// <summary>What a plan of a year is printed from.</summary>
internal sealed record PlanSheet(Enterprise Enterprise, int Year, WasteUnitClass Unit, IReadOnlyList<(WastePlan Plan, WasteKind Kind)> Lines, IReadOnlyList<WasteKind> Unplanned, IReadOnlyList<WasteStore> Stores, IReadOnlyDictionary<int, WasteDisposer> Disposers);

/// <summary>危险废物管理计划: tables A.1 to A.7 of HJ 1259-2022, as many as the unit's class asks for.</summary>
internal static class PlanReport
{
    public const string Key = "waste-plan";

    private const string Title = "危险废物管理计划";

    public static void Add(IServiceCollection services) => services.AddSingleton(new ReportType(Key, Title, Chapter.Title, WastePermissions.View, Make)
    {
        Code = "R11",
        Purpose = "一家企业一年的危险废物管理计划（HJ 1259-2022 表 A.1～A.7）：重点监管单位全部，简化管理无 A.2、A.5，登记管理为 A.1、A.3、A.7。",
        Spans = [ReportSpan.Year],
        Subjects = new ReportSubjects("企业", DeclarationReport.Enterprises),
    });

    private static async Task<Outcome<Report>> Make(IServiceProvider services, ReportRequest request, CancellationToken token)
    {
        var (id, year) = (int.Parse(request.Subject!.Key, CultureInfo.InvariantCulture), request.Period!.First.Year);
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(token).ConfigureAwait(false);
        var plans = await db.Set<WastePlan>().AsNoTracking().Where(plan => plan.EnterpriseId == id && plan.Year == year).ToListAsync(token).ConfigureAwait(false);
        if (plans.Count == 0 || await db.Set<Enterprise>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, token).ConfigureAwait(false) is not { } enterprise)
            return new Problem("no-data", $"{request.Subject.Name}没有登记 {year} 年的危废管理计划，请先在“危废管理计划”逐种废物填写。", "period");
        var kinds = await db.Set<WasteKind>().AsNoTracking().Where(kind => kind.EnterpriseId == id && kind.Class == WasteWords.Hazardous).OrderBy(kind => kind.Code).ThenBy(kind => kind.Name).ToListAsync(token).ConfigureAwait(false);
        var sums = await WasteReader.Sums(db, year - 1 - UnitClass.YearsBefore, id, token).ConfigureAwait(false);
        var disposers = await WasteReader.Disposers(db, token).ConfigureAwait(false);
        var planned = plans.ToDictionary(plan => plan.KindId);
        return Of(new(
            enterprise, year, UnitClass.Of(year, kinds, sums, WasteReader.Licensed(disposers).Contains(enterprise.CreditCode))!, [.. kinds.Where(kind => planned.ContainsKey(kind.Id)).Select(kind => (planned[kind.Id], kind))], [.. kinds.Where(kind => !planned.ContainsKey(kind.Id))],
            await db.Set<WasteStore>().AsNoTracking().Where(store => store.EnterpriseId == id).OrderBy(store => store.Code).ToListAsync(token).ConfigureAwait(false), disposers.ToDictionary(one => one.Id)));
    }

    internal static Report Of(PlanSheet sheet)
    {
        var enterprise = sheet.Enterprise;
        return new(Title)
        {
            EnterpriseId = enterprise.Id,
            Facts =
            [
                new("单位名称", enterprise.Name), new("统一社会信用代码", enterprise.CreditCode), new("生产经营场所地址", enterprise.Address), new("行政区划", enterprise.RegionCode), new("行业类别", enterprise.Industry),
                new("中心经纬度", enterprise is { Longitude: { } east, Latitude: { } north } ? string.Create(CultureInfo.InvariantCulture, $"{east:0.000000}，{north:0.000000}") : "—"),
                new("管理类别", $"{sheet.Unit.Title}（{sheet.Unit.Basis}）"), new("法定代表人", enterprise.LegalPerson), new("环保（危废）负责人", $"{enterprise.EnvironmentOfficer} {enterprise.Phone}"), new("计划年度", $"{sheet.Year} 年"),
            ],
            Tables = [.. PlanTables.Of(sheet)],
            Gaps = [.. Gaps(sheet)],
            Basis = ["HJ 1259-2022 附录 A；单位信息（A.1）取自企业档案，其余取自危废管理计划、固体废物种类和贮存设施", $"国家危险废物名录（{HazardousWastes.Edition}）"],
            Signatures = ["编制", "危废负责人", "单位负责人（盖章）", "日期"],
        };
    }

    private static IEnumerable<string> Gaps(PlanSheet sheet)
    {
        if (sheet.Unplanned.Count > 0)
            yield return $"没有计划的废物：{string.Join('、', sheet.Unplanned.Select(kind => kind.Name))}。";
        foreach (var (plan, kind) in sheet.Lines.Where(line => line.Plan.Expected > line.Kind.Maximum + WasteWords.Gram))
            yield return $"{kind.Name}预计产生 {WasteWords.Tonnes(plan.Expected)} t，超过最大许可产生量 {WasteWords.Tonnes(kind.Maximum)} t（{kind.MaximumBasis}）。";
        foreach (var (plan, kind) in sheet.Lines.Where(line => Math.Abs(Open(line.Plan)) > WasteWords.Gram))
            yield return $"{kind.Name}：预计产生−自行利用处置−转移−年底剩余＝{WasteWords.Tonnes(Open(plan))} t，未安排去向或动用了上年剩余。";
        yield return "环评批复文号、排污许可证编号见企业档案的环评和许可证记录。";
    }

    private static double Open(WastePlan plan) => Math.Round((plan.Expected ?? 0) - (plan.OwnTonnes ?? 0) - (plan.TransferTonnes ?? 0) - (plan.Left ?? 0), 6);
}
