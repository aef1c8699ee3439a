using System.Globalization;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using EcoPark.Web.Components;

namespace EcoPark.Web.Records;

/// <summary>Columns of a record type's lists.</summary>
public static class RecordColumns
{
    public static IReadOnlyList<ListColumn<RecordView>> Of(IEnumerable<Field> fields) =>
    [
        .. fields.Where(field => field.Kind is not (FieldKind.Shape or FieldKind.Rows)).Select(field => new ListColumn<RecordView>(field.Name, field.Heading, record => record.Texts.GetValueOrDefault(field.Name, ""))
        {
            IsSortable = !field.IsDerived && field.Kind is not (FieldKind.LongText or FieldKind.Reference or FieldKind.AnyRecord),
            IsNumber = field.Kind is FieldKind.Number or FieldKind.Integer,
            IsListed = field.IsListed,
        }),
        new("updatedAt", "更新", record => $"{ParkTime.FromUtc(record.UpdatedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {record.UpdatedBy}") { IsSortable = true, Class = "tight muted" },
    ];

    /// <summary>Deleted ones have the general page alone.</summary>
    public static string HrefOf(RecordType type, RecordView record) => record.DeletedAt is null ? type.HrefOf(record.Id) : $"{type.Href}/{record.Id}";
}
