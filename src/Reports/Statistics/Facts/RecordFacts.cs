using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using EcoPark.Platform.Data;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Reports.Statistics;

/// <summary>Records of every type as facts, from their descriptions: choices, codes and references tell them apart, numbers are added up, a day or a moment says when.</summary>
internal static class RecordFacts
{
    private const string Prefix = "records.";
    private const string NotGiven = "（未填）";

    /// <summary>Of all types that may have several records.</summary>
    public static IReadOnlyList<FactType> Of(RecordTypes types) => [.. types.All.Where(type => !type.IsSingle).Select(type => Make(type, types))];

    private static FactType Make(RecordType type, RecordTypes types) =>
        (FactType)typeof(RecordFacts).GetMethod(nameof(Create), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.Entity).Invoke(null, [type, types])!;

    private static DbFact<T> Create<T>(RecordType type, RecordTypes types)
        where T : Record
    {
        var enterprise = type.IsOfEnterprise ? typeof(T).GetProperty(nameof(IOfEnterprise.EnterpriseId)) : type.IsEnterpriseItself ? typeof(T).GetProperty(nameof(Record.Id)) : null;
        IReadOnlyList<Dimension> ofEnterprise = enterprise is null ? [] : EnterpriseDimensions.All(EnterpriseDimensions.Enterprise);
        var fields = type.Fields.Where(field => field is { Property: not null, IsColumn: true }).ToList();
        var told = fields.Where(field => RecordColumns.Tells(field) && field.Property!.Name != enterprise?.Name && ofEnterprise.All(one => one.Key != field.Name)).ToList();
        var numbers = fields.Where(field => field.Kind is FieldKind.Number or FieldKind.Integer).ToList();
        // Values of several factors in one column, such as results of samples, do not add up.
        var isOfFactor = told.Exists(field => field.Name == Dimension.FactorKey);
        var when = WhenOf(fields);
        var columns = told.ToDictionary(KeyOf, field => RecordColumns.Of(typeof(T), field));
        if (enterprise is not null)
            columns[EnterpriseDimensions.Enterprise] = RecordColumns.Of(typeof(T), enterprise);
        return new DbFact<T>
        {
            Key = Prefix + type.Name,
            Title = type.Title,
            Chapter = type.Chapter.Length > 0 ? type.Chapter : "档案资料",
            Permission = type.View,
            Basis = when is null ? "一条记录为一条，现有的全部记录，不分时间" : $"一条记录为一条，按“{when.Label}”归入时间，没有填写的不在其内",
            Time = when is null ? DbTime.None : DbTime.Of(typeof(T), when.Property!),
            Columns = columns,
            Numbers = numbers.ToDictionary(KeyOf, field => RecordColumns.Number<T>(field)).Append(new(Quantity.RowsKey, _ => 1)).ToDictionary(pair => pair.Key, pair => pair.Value),
            Dimensions = [.. ofEnterprise, .. told.Select(field => new Dimension(KeyOf(field), field.Label, KeyOf(field), (services, values, token) => Members(types, field, services, values, token)))],
            Quantities =
            [
                Quantity.Rows("记录数"),
                .. numbers.Select(field => new Quantity(KeyOf(field), field.Label, Quantity.Amount) { Unit = field.Unit, Decimals = field.Kind == FieldKind.Integer ? 0 : field.Decimals, CountUnit = "条", Excluded = "没有填写", IsOfFactor = isOfFactor }),
            ],
            Href = place => Rows(type, told, enterprise, when, place),
        };
    }

    /// <summary>Periods and counts have names of their own.</summary>
    private static string KeyOf(Field field) => field.Name == Quantity.RowsKey || PeriodAxis.All.Any(axis => axis.Key == field.Name) ? "own-" + field.Name : field.Name;

    /// <summary>The day or moment that a record is known by: of its key, else one that lists filter by, else the first.</summary>
    private static Field? WhenOf(IReadOnlyList<Field> fields) => fields.Where(field => field.Kind is FieldKind.Date or FieldKind.Moment).OrderByDescending(field => field.IsKey).ThenByDescending(field => field.IsFilter).FirstOrDefault();

    private static string? Rows(RecordType type, IReadOnlyList<Field> told, PropertyInfo? enterprise, Field? when, DrillPlace place)
    {
        var own = type.Fields.FirstOrDefault(field => field.Property is not null && field.Property == enterprise);
        var filters = told.ToDictionary(KeyOf, field => field.Name);
        if (own is not null)
            filters[EnterpriseDimensions.Enterprise] = own.Name;
        if (!place.IsBy([.. filters.Keys]))
            return null;
        List<KeyValuePair<string, string?>> parts = [];
        foreach (var (dimension, name) in filters)
        {
            if (place.One(dimension) is not { } value)
                continue;
            if (value is "" or "0")
                return null; // The list knows no filter for what is not given.
            parts.Add(new("f." + name, value));
        }

        if (when is not null)
            parts.Add(new("f." + when.Name, string.Create(CultureInfo.InvariantCulture, $"{place.First:yyyy-MM-dd}..{place.Last:yyyy-MM-dd}")));
        return type.Href + QueryString.Create(parts);
    }

    private static async Task<IReadOnlyList<Member>> Members(RecordTypes types, Field field, IServiceProvider services, IReadOnlyCollection<string>? values, CancellationToken cancellationToken)
    {
        switch (field.Kind)
        {
            case FieldKind.Choice:
                return [.. field.Choices.Append("").Where(value => values is null || values.Contains(value)).Select(value => new Member(value, value, value.Length == 0 ? NotGiven : value))];
            case FieldKind.YesNo:
                return [.. RecordColumns.YesNo.Select(value => new Member(value, value, value.Length == 0 ? NotGiven : value))];
            case FieldKind.Code:
                var dictionary = services.GetRequiredService<ParkDictionaries>()[field.Target];
                return [.. (values ?? [.. dictionary.Items.Select(item => item.Code)]).Select(code => new Member(code, code, code.Length == 0 ? NotGiven : dictionary.Text(code)))];
            default:
                return await Titles(types.Target(field.Target), services, values, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<IReadOnlyList<Member>> Titles(IReferenceTarget target, IServiceProvider services, IReadOnlyCollection<string>? values, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        List<int> ids = [.. (values ?? []).Select(value => int.Parse(value, CultureInfo.InvariantCulture)).Where(id => id != 0)];
        var titles = values is not null ? await target.Titles(db, ids, cancellationToken).ConfigureAwait(false)
            : target.IsVisible ? await target.Choose(db, null, StatisticDesk.MostChoices, cancellationToken).ConfigureAwait(false) : [];
        var members = titles.Select(title => new Member(title.Id.ToString(CultureInfo.InvariantCulture), title.Id.ToString(CultureInfo.InvariantCulture), title.Title)).OrderBy(member => member.Title, StringComparer.Ordinal);
        return values?.Contains("0") == true ? [.. members, new Member("0", "0", NotGiven)] : [.. members];
    }
}
