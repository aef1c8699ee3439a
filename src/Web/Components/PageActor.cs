using EcoPark.Platform.Security;

namespace EcoPark.Web.Components;

/// <summary>
/// On whose behalf an open page acts. What a person does arrives with it set; what a page does because something happened elsewhere runs in the
/// flow of whoever made it happen, and must call <see cref="Become"/> first, or it would read with another's rights.
/// </summary>
public sealed class PageActor
{
    internal Actor Own { get; set; } = Actor.Nobody;

    /// <summary>The person has signed out by themselves: nothing is to bring the next one to where they were, nor keep what is theirs in this browser.</summary>
    internal bool IsLeaving { get; set; }

    public void Become() => Actor.Become(Own);
}
