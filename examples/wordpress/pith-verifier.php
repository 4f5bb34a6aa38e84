<?php
/**
 * Plugin Name: Pith verifier
 * Description: Checks Pith Number documents in the reader's browser: [pith src="..."] and [pith-badge src="..."].
 * Version: 0.1.0
 * Requires at least: 5.0
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 *
 * Put this file into wp-content/plugins/pith-verifier/ and the folder dist/element of a build beside it, as `element`.
 * Shortcodes are needed because editors without the right `unfiltered_html` lose elements that WordPress does not know.
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'pith_verifier_init' );
add_filter( 'script_loader_tag', 'pith_verifier_as_module', 10, 2 );

function pith_verifier_init() {
	wp_register_script( 'pith-element', plugins_url( 'element/pith-element.js', __FILE__ ), array(), null, true );
	add_shortcode( 'pith', 'pith_verifier_shortcode' );
	add_shortcode( 'pith-badge', 'pith_verifier_shortcode' );
}

/** The attributes that authors may give, with what the element makes of them in docs/elements.md. */
function pith_verifier_shortcode( $given, $content, $tag ) {
	$allowed = array( 'src' => '', 'number' => '', 'doi' => '', 'theme' => '', 'locale' => '', 'verifier' => '' );
	$element = 'pith-badge' === $tag ? 'pith-badge' : 'pith-verifier';
	$html    = '<' . $element;
	foreach ( shortcode_atts( $allowed, $given, $tag ) as $name => $value ) {
		if ( '' !== $value ) {
			if ( in_array( $name, array( 'src', 'verifier' ), true ) ) {
				// Not esc_url, which makes a host of the first part of an address without one.
				$value = wp_kses_bad_protocol( $value, array( 'http', 'https' ) );
			}
			$html .= ' ' . $name . '="' . esc_attr( $value ) . '"';
		}
	}
	// Only pages with an element load the script.
	wp_enqueue_script( 'pith-element' );
	return $html . '></' . $element . '>';
}

/** The entry is a module, which wp_enqueue_script has no word for. */
function pith_verifier_as_module( $tag, $handle ) {
	if ( 'pith-element' !== $handle ) {
		return $tag;
	}
	$tag = preg_replace( '/\stype=([\'"])text\/javascript\1/', '', $tag );
	return str_replace( ' src=', ' type="module" src=', $tag );
}
