using System.Globalization;
using EcoPark.Reports.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Figures;

/// <summary>Permitted totals of calendar years, as the plan that masses are compared with.</summary>
internal static class PermittedTotals
{
    private const double KilogramsOfTonne = 1_000;

    public static async Task<IReadOnlyList<FactGroup>> Read(IServiceProvider services, FactRequest request, CancellationToken cancellationToken)
    {
        var outlets = await services.GetRequiredService<OutletBook>().All(cancellationToken).ConfigureAwait(false);
        return
        [
            .. Enumerable.Range(request.First.Year, request.Last.Year - request.First.Year + 1).SelectMany(year => outlets.SelectMany(outlet => Of(outlet, year)))
                .Where(total => request.Filters.All(filter => filter.Values.Contains(total.In(filter.Column))))
                .Select(total => new FactGroup(total.Key(request), 1, 1, total.Tonnes * KilogramsOfTonne, null, null)),
        ];
    }

    /// <summary>The newest total of each factor that holds in the year, as the page of emissions takes it.</summary>
    private static IEnumerable<Total> Of(Outlet outlet, int year) => outlet.Totals.Where(total => total.From.Year <= year && (total.To is null || total.To.Value.Year >= year) && total.Tonnes > 0)
        .DistinctBy(total => total.FactorCode).Select(total => new Total(outlet, total.FactorCode, year, total.Tonnes));

    private sealed record Total(Outlet Outlet, string Factor, int Year, double Tonnes)
    {
        public string In(string column) => column switch
        {
            OutletDayFact.Outlet => Outlet.Id.ToString(),
            Dimension.FactorKey => Factor,
            _ => Outlet.EnterpriseId.ToString(CultureInfo.InvariantCulture),
        };

        public FactKey Key(FactRequest request)
        {
            string At(int place) => request.Columns.Count > place ? In(request.Columns[place]) : "";
            return new FactKey(At(0), At(1), At(2), request.Grain is { } grain ? grain.KeyOf(new DateOnly(Year, 1, 1)) : 0);
        }
    }
}
