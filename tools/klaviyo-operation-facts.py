#!/usr/bin/env python3
"""Distils facts from Klaviyo's OpenAPI file: those that the sandbox checks requests against, and the limits that the client keeps.

    python3 tools/klaviyo-operation-facts.py OPENAPI.json > src/Dxtra.Klaviyo.Sandbox/Specification/operations.json
    python3 tools/klaviyo-operation-facts.py OPENAPI.json --limits > src/Dxtra.Klaviyo.Client/Quota/limits.json

Facts only: methods, routes, scopes, limits, parameters and their permitted values. No description is copied,
except that the limits which a parameter brings with it stand nowhere but in a description and are read from there.
"""
import json
import re
import sys

OPERATIONS = """
get_accounts get_account get_metrics get_metric get_lists get_list get_segments get_segment get_flows get_flow
get_campaigns get_campaign get_profiles get_profile create_profile create_or_update_profile
get_lists_for_profile get_list_ids_for_profile get_segments_for_profile get_segment_ids_for_profile
get_profiles_for_list get_profile_ids_for_list get_profiles_for_segment get_profile_ids_for_segment
get_events get_event create_event get_profile_for_event get_profile_id_for_event get_metric_for_event get_metric_id_for_event
get_webhooks get_webhook create_webhook update_webhook delete_webhook get_webhook_topics get_webhook_topic
get_push_tokens get_push_token get_push_tokens_for_profile get_conversations_for_profile
get_coupons get_coupon get_coupon_codes get_coupon_code get_reviews get_review
get_object_types get_records_for_object_type get_object_record get_source_mapping_for_object_schema
""".split()

# What the client can call; a test fails when one is missing.
CLIENT_OPERATIONS = """
get_accounts get_metrics get_metric get_lists get_list get_profiles_for_list get_segments get_segment get_profiles_for_segment
get_flows get_flow get_campaigns get_profiles get_profile get_lists_for_profile get_segments_for_profile
get_push_tokens_for_profile get_conversations_for_profile get_push_tokens get_coupon_codes get_reviews
get_object_types get_records_for_object_type get_source_mapping_for_object_schema get_events get_event
get_webhooks get_webhook create_webhook update_webhook delete_webhook get_webhook_topics
add_profiles_to_list remove_profiles_from_list bulk_subscribe_profiles bulk_unsubscribe_profiles
bulk_suppress_profiles bulk_unsuppress_profiles get_bulk_suppress_profiles_job get_bulk_unsuppress_profiles_job
request_profile_deletion
""".split()

WINDOW_SECONDS = {"s": 1, "m": 60, "d": 86400}
SURCHARGE = re.compile(r"when using the `([^`=]+)=([^`]+)` parameter.*?Burst: `([^`]+)`<br>Steady: `([^`]+)`", re.S)


def windows(*texts):
    """["75/s", "750/m"] -> [[75, 1], [750, 60]]"""
    return [[int(count), WINDOW_SECONDS[unit]] for count, unit in (text.split("/") for text in texts if text)]


def limits(operation):
    declared = operation["x-klaviyo-ratelimit"]
    return windows(declared.get("burst"), declared.get("steady"), declared.get("daily"))


def surcharges(operation, parameters):
    found = []
    for name, value, burst, steady in SURCHARGE.findall(operation.get("description", "")):
        permitted = parameters.get(name, {}).get("values", [])
        # The text says "list" where the parameter says "lists".
        value = next((v for v in permitted if v in (value, value + "s")), None)
        if value:
            found.append({"parameter": name, "value": value, "limits": windows(burst, steady)})
    return found


def parameter_facts(parameter):
    schema = parameter["schema"]
    facts = {}
    if parameter.get("required"):
        facts["required"] = True
    if schema["type"] == "array":
        facts["values"] = schema["items"]["enum"]
    elif "enum" in schema:
        facts["values"] = schema["enum"]
    for key in ("default", "maximum", "minimum"):
        if key in schema:
            facts[key] = schema[key]
    return facts


def filter_facts(rule):
    operators = rule["operators"]
    value = rule.get("value", {})
    facts = {"type": value.get("format") or value.get("type") or "none"}
    for form in ("single", "list", "none"):
        if form in operators:
            facts[form] = operators[form]
    if "enum" in value:
        facts["values"] = value["enum"]
    return facts


def operation_facts(method, path, operation):
    parameters = {p["name"]: parameter_facts(p) for p in operation["parameters"] if p["in"] == "query"}
    filters = {name: filter_facts(rule) for name, rule in operation.get("x-klaviyo-filters", {}).items()}
    return {
        "id": operation["operationId"],
        "method": method.upper(),
        "route": path,
        "scopes": operation["x-klaviyo-scopes"],
        "limits": limits(operation),
        "surcharges": surcharges(operation, parameters),
        "parameters": parameters,
        "filters": filters,
    }


def find(specification, names):
    found = {
        operation["operationId"]: operation_facts(method, path, operation)
        for path, methods in specification["paths"].items()
        for method, operation in methods.items()
        if isinstance(operation, dict) and operation.get("operationId") in names
    }
    return [found[name] for name in names]


def print_facts(specification, **lists):
    blocks = [
        '  "%s": [\n%s\n  ]' % (name, ",\n".join("    " + json.dumps(item) for item in items)) for name, items in lists.items()
    ]
    print("{\n%s\n}" % ",\n".join(['  "revision": ' + json.dumps(specification["info"]["version"])] + blocks))


def print_limits(specification):
    operations = find(specification, CLIENT_OPERATIONS)
    # One bucket for a parameter, whichever operation it is used with.
    surcharges = {(s["parameter"], s["value"]): s for operation in operations for s in operation["surcharges"]}
    print_facts(
        specification,
        operations=[{"id": operation["id"], "limits": operation["limits"]} for operation in operations],
        surcharges=list(surcharges.values()),
    )


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        specification = json.load(file)
    if "--limits" in sys.argv[2:]:
        print_limits(specification)
    else:
        print_facts(specification, operations=find(specification, OPERATIONS))


if __name__ == "__main__":
    main()
