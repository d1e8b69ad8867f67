using System.Net.Http.Json;

namespace Dxtra.Klaviyo.Local.Sandbox;

/// <summary>Asks the sandbox's control interface who lives in it.</summary>
internal static class SandboxPeople
{
    internal sealed record Person(string ProfileId, string? Email, int Events);

    /// <returns>The customer with the most events: there is most to see.</returns>
    public static async Task<Person> PickAsync(Uri sandbox, CancellationToken ct)
    {
        using var http = new HttpClient();
        var people = await http.GetFromJsonAsync<IReadOnlyList<Person>>(new Uri(sandbox, "sandbox/people"), ct);
        return people?.Where(person => person.Email is not null).MaxBy(person => person.Events)
            ?? throw new LauncherException("The sandbox knows no customer with an e-mail address.");
    }
}
