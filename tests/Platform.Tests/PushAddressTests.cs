using EcoPark.Platform.Notifications;
using EcoPark.Platform.Notifications.Push;

namespace EcoPark.Platform.Tests;

/// <summary>The server calls push services and nobody else.</summary>
public class PushAddressTests
{
    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/x", true)]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/x", true)]
    [InlineData("https://storage.googleapis.com/x", false)]
    [InlineData("https://fcm.googleapis.com:8443/x", false)]
    [InlineData("https://fcm.googleapis.com.evil.example/x", false)]
    [InlineData("http://fcm.googleapis.com/x", false)]
    public void Only_push_services_at_their_own_port_are_called(string endpoint, bool isAllowed) =>
        new PushSubscriptions(null!, new NotificationOptions(), TimeProvider.System).IsAllowed(endpoint).ShouldBe(isAllowed);
}
