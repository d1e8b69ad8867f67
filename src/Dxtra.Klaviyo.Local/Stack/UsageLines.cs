using Dxtra.Klaviyo.Local.Settings;
using Dxtra.Klaviyo.Local.Tokens;

namespace Dxtra.Klaviyo.Local.Stack;

/// <summary>A token and curl lines to paste into another shell: connect the account, then ask for a person's data.</summary>
internal static class UsageLines
{
    /// <param name="stack">What runs.</param>
    /// <param name="email">A person of the account; null when only its owner knows one.</param>
    public static IEnumerable<string> For(LocalStack stack, string? email)
    {
        if (stack.DevelopmentKey is not { } developmentKey)
            return ["", $"Tokens come from {SettingNames.Authority}."];

        var token = DevelopmentToken.Create(developmentKey, DevelopmentController.Did, roles: null, DateTimeOffset.UtcNow);
        return Lines(stack.App.BaseAddress, token, stack.Sandbox?.ApiKey ?? "<a private key of the account>", email ?? "<an address>");
    }

    private static IEnumerable<string> Lines(Uri app, string token, string apiKey, string email) =>
    [
        "",
        "To try it, in another shell:",
        "",
        $"TOKEN={token}",
        $"KEY='{apiKey}'",
        $"EMAIL='{email}'",
        $"C={new Uri(app, $"api/controllers/{DevelopmentController.Did}")}",
        """call() { curl -s -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" "$@"; }""",
        """first_id() { grep -o '"id":"[^"]*"' | head -n 1 | cut -d '"' -f 4; }""",
        "",
        "# Connect the account: look at it, create the processor, confirm it.",
        """call "$C/processors/verify" -d "{\"apiKey\":\"$KEY\"}" """,
        """P=$(call "$C/processors" -d "{\"apiKey\":\"$KEY\"}" | first_id)""",
        """call "$C/processors/$P/confirm" -d '{}'""",
        "",
        "# Ask for a person's data, look how far it is, fetch the export.",
        """R=$(call "$C/processors/$P/access-requests" -d "{\"subject\":{\"email\":\"$EMAIL\"},\"formats\":[\"json\"]}" | first_id)""",
        """call "$C/requests/$R" """,
        """curl -s "$(call "$C/requests/$R/export/json" -o /dev/null -w '%{redirect_url}')" """,
    ];
}
