using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Accounts;

/// <summary>The account of the key: exactly one.</summary>
internal sealed class AccountsResource(AccountData data) : IResource
{
    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_accounts"] = call => ApiResult.Ok(new DocumentWriter(call).Whole([Write(new ResourceWriter(call))])),
        ["get_account"] = Get,
    };

    private ApiResult Get(ApiCall call) => call.Id == data.Account.Id
        ? ApiResult.Ok(new DocumentWriter(call).Single(Write(new ResourceWriter(call))))
        : throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Account, call.Id));

    private JsonObject Write(ResourceWriter writer) => writer.Resource(ResourceTypes.Account, data.Account.Id, Attributes(data.Account));

    private static JsonObject Attributes(Account account) => new()
    {
        ["test_account"] = account.IsTestAccount,
        ["contact_information"] = new JsonObject
        {
            ["default_sender_name"] = account.SenderName,
            ["default_sender_email"] = account.SenderEmail,
            ["website_url"] = account.WebsiteUrl,
            ["organization_name"] = account.OrganizationName,
            ["street_address"] = Address(account.Address),
        },
        ["industry"] = account.Industry,
        ["timezone"] = account.TimeZone,
        ["preferred_currency"] = account.Currency,
        ["public_api_key"] = account.Id,
        ["locale"] = account.Locale,
    };

    private static JsonObject Address(StreetAddress address) => new()
    {
        ["address1"] = address.Address1,
        ["address2"] = address.Address2,
        ["city"] = address.City,
        ["region"] = address.Region,
        ["country"] = address.Country,
        ["zip"] = address.Zip,
    };
}
