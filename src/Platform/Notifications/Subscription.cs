using EcoPark.Platform.Time;

namespace EcoPark.Platform.Notifications;

/// <summary>Who gets what by which channel: entered by the park (<see cref="NotificationRule"/>), or registered by the room that sends the notices, so that they reach somebody before anybody sets anything.</summary>
public sealed record Subscription(ChannelKind Channel)
{
    /// <summary>Events; empty for all.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The least urgent level that is told: 1 red … 4 blue.</summary>
    public int Level { get; init; } = 4;

    /// <summary>Title of a role; empty for all.</summary>
    public string Role { get; init; } = "";

    /// <summary>Permission that the person must have beside that of the notice.</summary>
    public string Permission { get; init; } = "";

    /// <summary>One person alone.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Notices of this enterprise alone.</summary>
    public int? EnterpriseId { get; init; }

    /// <summary>True: accounts of enterprises; false: accounts of the park.</summary>
    public bool? IsForEnterprises { get; init; }

    /// <summary>Robot that it goes to, for <see cref="ChannelKind.Robot"/>.</summary>
    public string Robot { get; init; } = "";

    public WorkingHours Hours { get; init; } = WorkingHours.Always;

    public bool Wants(Notice notice) =>
        (Events.Count == 0 || Events.Contains(notice.Event)) && notice.Level <= Level && (EnterpriseId is null || EnterpriseId == notice.EnterpriseId) && Hours.Hold(notice.At);

    public bool IsFor(Recipient person) =>
        (Role.Length == 0 || person.Roles.Contains(Role)) && (Permission.Length == 0 || person.Permissions.Contains(Permission)) && (UserName.Length == 0 || UserName == person.UserName)
        && (IsForEnterprises is null || IsForEnterprises == person.EnterpriseId is not null);
}
