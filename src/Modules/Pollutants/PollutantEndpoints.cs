using EcoPark.Modules.Pollutants.Figures;
using EcoPark.Modules.Pollutants.List;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Pollutants;

/// <summary>A pollutant of an enterprise in a year, as programs see it.</summary>
/// <param name="Concentration">In <paramref name="ConcentrationUnit"/>: highest yearly mean of the outlets.</param>
/// <param name="Kilograms">Of the year.</param>
public sealed record PollutantAnswer(
    int Id, string Enterprise, string Element, string Code, string Name, string Features, IReadOnlyList<string> Lists, double? Concentration, string ConcentrationUnit, double? Kilograms, double? KilogramsBefore, double? Limit, string LimitUnit, string Standard, string Basis, string Gap);

/// <summary>A pollutant that data show and the list does not have.</summary>
public sealed record UnlistedAnswer(int EnterpriseId, string Enterprise, string Element, string Code, string Name, string Why, IReadOnlyList<string> Lists);

/// <summary>How far a pollutant tells enterprises apart; 1 where one alone has it.</summary>
public sealed record TracingAnswer(string Element, string Code, string Name, double Power, IReadOnlyList<PollutantHolder> Enterprises);

/// <summary>An enterprise that has a pollutant.</summary>
public sealed record PollutantHolder(int Id, string Name);

/// <summary>The list of a year.</summary>
/// <param name="NotSeen">Sources that the caller may not see: their data are not in it.</param>
public sealed record LibraryAnswer(int Year, IReadOnlyList<PollutantAnswer> Items, IReadOnlyList<UnlistedAnswer> Unlisted, IReadOnlyList<LibraryGap> Gaps, IReadOnlyList<string> NotSeen, int LeftOut);

internal static class PollutantEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/pollutants").RequireAuthorization(PollutantPermissions.View).WithTags("特征污染物");
        api.MapGet("/library", async (PollutantReader reader, TimeProvider clock, CancellationToken token, int? year = null, int? enterprise = null) =>
        {
            var library = await reader.Read(YearOf(year, clock), enterprise, token);
            return new LibraryAnswer(
                library.Year, [.. library.Rows.Select(Answer)], [.. library.Unlisted.Select(row => new UnlistedAnswer(row.EnterpriseId, row.Enterprise, row.Element, row.Code, row.Name, row.Why, [.. row.Lists.Select(Pages.ListWords.Of)]))],
                LibraryGaps.Of(library), library.NotSeen, library.LeftOut);
        }).WithSummary("一年的特征污染物名录：各企业的浓度、排放量、限值和依据，未入库的和缺口");
        api.MapGet("/tracing", async (PollutantReader reader, TimeProvider clock, CancellationToken token, int? year = null) =>
        {
            var library = await reader.Read(YearOf(year, clock), null, token);
            return Uniqueness.Of(library).Select(one => new TracingAnswer(one.Element, one.Code, PollutantDictionary.NameOf(one.Code), one.Power, [.. one.Holders.Select(id => new PollutantHolder(id, library.Enterprises[id]))]));
        })
            .WithSummary("每种污染物区分企业的能力（1 为仅一家有），溯源用");
        api.MapGet("/weights", async (PollutantReader reader, TimeProvider clock, CancellationToken token, int? year = null, bool pending = false) =>
            WeightedTotals.Of((await reader.Read(YearOf(year, clock), null, token)).Rows, pending))
            .WithSummary("各企业特征污染物的污染当量数；pending=true 也计待核对的臭氧和异味系数");
    }

    private static int YearOf(int? year, TimeProvider clock) => year is >= 2000 and <= 2100 ? year.Value : clock.ParkNow().Year;

    private static PollutantAnswer Answer(LibraryRow row) => new(
        row.Entry.Id, row.Enterprise, row.Entry.Element, row.Entry.Code, row.Entry.Name, row.Entry.Features, [.. row.Lists.Select(Pages.ListWords.Of)], row.Now.Concentration, Elements.UnitOf(row.Entry.Element), row.Now.Kilograms, row.Before.Kilograms,
        row.Limit?.Value, row.Limit?.Unit ?? "", row.Limit?.Standard ?? "", row.Now.Basis, row.Now.Gap);
}
