using EcoPark.Modules.Waste.Declarations;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Reports;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Reporting;

/// <summary>Tables A.2 to A.7; what stands in A.1 are the report's facts.</summary>
internal static class PlanTables
{
    public static IEnumerable<ReportTable> Of(PlanSheet sheet)
    {
        var level = sheet.Unit.Level;
        if (level == WasteUnitLevel.Key)
            yield return Production(sheet);
        yield return Generation(sheet);
        if (level != WasteUnitLevel.Registered)
            yield return Storage(sheet);
        if (level == WasteUnitLevel.Key)
            yield return Own(sheet);
        if (level != WasteUnitLevel.Registered)
            yield return Reduction(sheet);
        yield return Transfer(sheet);
    }

    private static ReportTable Production(PlanSheet sheet) => new("A.2 产品、原辅料和工艺", [new("项目"), new("内容")], [
        [W("主要生产工艺"), W(sheet.Enterprise.Processes)], [W("主要产品及产能"), W(sheet.Enterprise.Products)], [W("主要原辅材料"), W(sheet.Enterprise.Materials)]]);

    private static ReportTable Generation(PlanSheet sheet) => Kinds(
        sheet, "A.3 危险废物产生", [new("产废设施"), new("产废环节"), new("有害成分"), new("形态"), new("危险特性"), Tonnes("本年预计产生量"), new("内部去向")],
        (plan, kind) => [W(plan.Facility), W(kind.Source), W(kind.Components), W(kind.State), W(kind.Hazards), F(plan.Expected), W(string.Join('、', Inner(plan)))]);

    private static ReportTable Storage(PlanSheet sheet) => Kinds(
        sheet, "A.4 危险废物贮存", [new("贮存设施"), new("包装形式"), Tonnes("预计年底剩余量")],
        (plan, _) => [W(string.Join('、', sheet.Stores.Select(store => $"{store.Code} {store.Name}（{store.Kind}，{WasteWords.Tonnes(store.Capacity)} t）"))), W(plan.Packing), F(plan.Left)]);

    private static ReportTable Own(PlanSheet sheet) => Kinds(
        sheet, "A.5 自行利用处置", [new("设施类型和编码"), new("方式"), Tonnes("预计自行利用处置量")], (plan, _) => [W(plan.OwnFacility), W(plan.OwnMethod), F(plan.OwnTonnes)], plan => plan.OwnTonnes is > 0);

    private static ReportTable Reduction(PlanSheet sheet) => Kinds(
        sheet, "A.6 减量化", [Tonnes("预计产生量"), Tonnes("预计减少量"), new("计划和措施")], (plan, _) => [F(plan.Expected), F(plan.Reduction), W(plan.Measures)]);

    private static ReportTable Transfer(PlanSheet sheet) => Kinds(
        sheet, "A.7 危险废物转移", [new("转移类型"), Tonnes("预计转移量"), new("利用处置方式"), new("拟接收单位类型"), new("拟接收单位"), new("许可证编码")],
        (plan, _) => plan.DisposerId is { } id && sheet.Disposers.GetValueOrDefault(id) is { } disposer
            ? [W(plan.Transfer), F(plan.TransferTonnes), W(plan.TransferMethod), W(disposer.Kind), W(disposer.Name), W(disposer.LicenceNumber)] : [W(plan.Transfer), F(plan.TransferTonnes), W(plan.TransferMethod), W(""), W(""), W("")]);

    /// <summary>A table with a line a waste, which begins with its name, category and code.</summary>
    private static ReportTable Kinds(PlanSheet sheet, string title, IReadOnlyList<ReportColumn> columns, Func<WastePlan, WasteKind, IReadOnlyList<ReportCell>> cells, Func<WastePlan, bool>? isListed = null) => new(
        title, [new("废物名称"), new("废物类别"), new("废物代码"), .. columns],
        [.. sheet.Lines.Where(line => isListed?.Invoke(line.Plan) ?? true).Select(line => (IReadOnlyList<ReportCell>)[W(line.Kind.Name), W(line.Kind.Group), W(line.Kind.Code), .. cells(line.Plan, line.Kind)])])
    {
        Foot = [new("合计", [null, null, .. columns.Select(column => column.IsNumber ? new FootCell(FootKind.Sum) : null)])],
    };

    private static IEnumerable<string> Inner(WastePlan plan)
    {
        if (plan.OwnTonnes is > 0)
            yield return "自行利用处置";
        yield return "贮存";
    }

    private static ReportColumn Tonnes(string heading) => new(heading, Unit: "t", Decimals: 4);

    private static ReportCell F(double? value) => ReportCell.Figure((decimal?)value);

    private static ReportCell W(string words) => ReportCell.Words(words);
}
