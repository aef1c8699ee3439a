namespace EcoPark.Alarms;

/// <summary>What a room shows of an alarm that it has raised or knows more of, such as the curve of a channel; a part of the alarm's page.</summary>
/// <param name="Title">Chinese.</param>
/// <param name="Component">A component with the parameter <c>Alarm</c>.</param>
/// <param name="Fits">Which alarms it is shown of.</param>
public sealed record AlarmPanel(string Title, Type Component, Func<Alarm, bool> Fits);
