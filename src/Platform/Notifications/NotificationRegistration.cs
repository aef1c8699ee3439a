using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Notifications.Channels;
using EcoPark.Platform.Notifications.Push;
using EcoPark.Platform.Records;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Notifications;

/// <summary>Puts together what reaches people.</summary>
public static class NotificationRegistration
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="events">Kinds of events that can be subscribed.</param>
    public static IServiceCollection AddNotifications(this IServiceCollection services, NotificationOptions options, IReadOnlyList<string> events)
    {
        services.AddSingleton(options);
        services.AddSingleton<IModelPart, NotificationModel>();
        services.AddRecord(NotificationRuleType.Create(events));
        // Redirects are not followed: an allowed push service must not lead elsewhere.
        services.AddHttpClient(HttpSending.Client, client => client.Timeout = Patience).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<NoticeBoard>();
        services.AddSingleton<PushKeys>();
        services.AddSingleton<PushSubscriptions>();
        services.AddSingleton<NotificationPreferences>();
        services.AddSingleton<IChannel, MailChannel>();
        services.AddSingleton<IChannel, PushChannel>();
        services.AddSingleton<IChannel, SmsChannel>();
        services.AddSingleton<IChannel, RobotChannel>();
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<DeliveryLog>();
        services.AddJob<NoticeSpreader>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryQueue>());
        return services;
    }
}
