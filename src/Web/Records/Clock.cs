using System.Globalization;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using MudBlazor;

namespace EcoPark.Web.Records;

/// <summary>Days, instants and times of day in a browser's inputs: instants are stored in UTC and shown on the park's clock.</summary>
internal static class Clock
{
    public static InputType InputOf(Field field) => field.Kind switch
    {
        FieldKind.Date => InputType.Date,
        FieldKind.Moment => InputType.DateTimeLocal,
        FieldKind.TimeOfDay => InputType.Time,
        _ => InputType.Text,
    };

    /// <summary>What the input shows: what was just typed as it is, what is stored on the park's clock.</summary>
    public static string Shown(Field field, string value) => field.Kind == FieldKind.Moment && value.EndsWith('Z') && FieldText.Restore(field, value) is DateTime utc
        ? ParkTime.FromUtc(utc).ToString(utc.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) : value;
}
