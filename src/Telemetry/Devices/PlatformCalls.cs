using EcoPark.Platform.Security;

namespace EcoPark.Telemetry.Devices;

/// <summary>Grains act for the platform, whoever's request made the call: twins see all devices, and what they write is the platform's.</summary>
internal sealed class PlatformCalls : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        using var turn = Actor.As(Actor.System);
        await context.Invoke();
    }
}
